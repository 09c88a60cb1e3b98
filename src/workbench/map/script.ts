/**
 * What the page does when a person acts: finds, folds, and shows what decides a problem. All of it can be read without.
 * It has no sign that XML would take for its own, so that the page stays well-formed.
 */
export const SCRIPT = `
(function(){
'use strict';
var all=function(root,what){return Array.prototype.slice.call(root.querySelectorAll(what))};
var root=document.documentElement;root.classList.add('scripted');
var fold=function(button,open){button.setAttribute('aria-expanded',String(open));document.getElementById(button.getAttribute('aria-controls')).hidden=!open};
all(document,'.fold').forEach(function(button){button.addEventListener('click',function(){fold(button,button.getAttribute('aria-expanded')==='false')})});
var foldAll=document.getElementById('fold-all');
foldAll.addEventListener('click',function(){var folded=foldAll.getAttribute('aria-pressed')!=='true';foldAll.setAttribute('aria-pressed',String(folded));foldAll.textContent=folded?'Show all answers':'Fold all answers';all(document,'.fold').forEach(function(button){fold(button,!folded)})});
all(document,'.family').forEach(function(family){
var pinned=null;
var show=function(problem){
if(problem===null)family.removeAttribute('data-picked');else family.setAttribute('data-picked',problem);
all(family,'[data-problem]').forEach(function(cell){cell.classList.toggle('lit',cell.getAttribute('data-problem')===problem)});
all(family,'[data-line]').forEach(function(line){line.classList.toggle('lit',line.getAttribute('data-line')===problem)});
all(family,'[data-decides]').forEach(function(question){question.classList.toggle('chosen',question.getAttribute('data-decides').split(' ').indexOf(problem)!==-1)});
all(family,'.pick').forEach(function(button){button.setAttribute('aria-pressed',String(pinned!==null?button.getAttribute('data-pick')===pinned:false))})};
all(family,'.pick').forEach(function(button){
var problem=button.getAttribute('data-pick');
button.addEventListener('click',function(){pinned=pinned===problem?null:problem;show(pinned)});
button.addEventListener('mouseenter',function(){if(pinned===null)show(problem)});
button.addEventListener('mouseleave',function(){if(pinned===null)show(null)})});
family.addEventListener('keydown',function(event){if(event.key==='Escape'){pinned=null;show(null)}})});
var search=document.getElementById('search');var found=document.getElementById('found');
search.addEventListener('input',function(){
var words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);var hits=0;
all(document,'[data-search]').forEach(function(part){
var text=part.getAttribute('data-search');
var hit=words.every(function(word){return text.indexOf(word)!==-1});
if(hit)hits+=1;
part.classList.toggle('unfound',!hit);
if(part.classList.contains('question'))part.nextElementSibling.classList.toggle('unfound',!hit)});
root.classList.toggle('searching',words.length!==0);
found.textContent=words.length===0?'':hits===0?'nothing found':hits+' found'});
})();
`;
