/** Everyday words of English with four letters or more, most of them of Ogden's Basic English (1930). */
export const EVERYDAY_WORDS: readonly string[] = `
account addition adjustment advertisement agreement amount amusement animal answer apparatus approval argument
attack attempt attention attraction authority back balance base behaviour belief birth bite blood blow body brass bread
breath brother building burn burst business butter canvas care cause chalk chance change cloth coal colour comfort
committee company comparison competition condition connection control cook copper copy cork cotton cough country cover
crack credit crime crush current curve damage danger daughter death debt decision degree design desire destruction
detail development digestion direction discovery discussion disease disgust distance distribution division doubt drink
driving dust earth edge education effect error event example exchange existence expansion experience expert fact fall
family father fear feeling fiction field fight fire flame flight flower fold food force form friend front fruit glass
gold government grain grass grip group growth guide harbour harmony hate hearing heat help history hole hope hour humour
idea impulse increase industry insect instrument insurance interest invention iron jelly join journey judge jump kick
kiss knowledge land language laugh lead learning leather letter level lift light limit linen liquid list look loss love
machine manager mark market mass meal measure meat meeting memory metal middle milk mind mine minute mist money month
morning mother motion mountain move music name nation need news night noise note number observation offer operation
opinion order organization ornament owner page pain paint paper part paste payment peace person place plant play
pleasure point poison polish porter position powder power price print process produce profit property prose protest
pull punishment purpose push quality question rain range rate reaction reading reason record regret relation religion
representative request respect rest reward rhythm rice river road roll room rule salt sand scale science secretary
selection self sense servant shade shake shame shock side sign silk silver sister size sleep slip slope smash smell
smile smoke sneeze snow soap society song sort sound soup space stage start statement steam steel step stitch stone
stop story stretch structure substance sugar suggestion summer support surprise swim system talk taste teaching
tendency test theory thing thought thunder time touch trade transport trick trouble turn twist unit value verse vessel
view voice walk wash waste water wave weather week weight wind wine winter woman wood wool word work wound writing year
angle apple arch army baby ball band basin basket bath bell berry bird blade board boat bone book boot bottle brain
brake branch brick bridge brush bucket bulb button cake camera card cart carriage cheese chest chin church circle clock
cloud coat collar comb cord curtain cushion door drain drawer dress drop engine face farm feather finger fish flag
floor foot fork fowl frame garden girl glove goat hair hammer hand head heart hook horn horse hospital house island
jewel kettle knee knife knot leaf library line lock lips map match monkey moon mouth muscle nail neck needle nerve nose
office orange oven parcel pencil picture pipe plane plate plough pocket potato prison pump rail receipt ring rod roof
root sail school scissors screw seed sheep shelf ship shirt shoe skin skirt snake sock spade sponge spoon spring square
stamp star station stem stick stocking stomach store street table tail thread throat thumb ticket toes tongue tooth
town train tray tree trousers umbrella wall watch wheel whip whistle window wing wire worm able acid angry automatic
beautiful black boiling bright broken brown cheap chemical chief clean clear common complex conscious cut deep
dependent early elastic electric equal fat fertile first fixed flat free frequent full general good great grey hanging
happy hard healthy high hollow important kind like living long male married material medical military natural necessary
normal open parallel past physical political poor possible present private probable quick quiet ready regular
responsible right round same second separate serious sharp smooth sticky stiff straight strong sudden sweet tall thick
tight tired true violent waiting warm wide wise yellow young awake bent bitter blue certain cold complete cruel dark
dead dear delicate different dirty dry false feeble female foolish future green ill last late left loose loud narrow
opposite public rough safe secret short shut simple slow small soft solid special strange thin white wrong
monday tuesday wednesday thursday friday saturday sunday january february march april august september october november
december eleven twelve thirteen twenty thirty forty fifty hundred thousand breakfast lunch dinner coffee sandwich salad
chicken bacon onion tomato carrot lemon banana cherry pepper bakery butcher grocery restaurant kitchen bedroom garage
holiday birthday wedding football tennis guitar piano doctor dentist nurse teacher student lawyer soldier farmer
airport flight hotel taxi bicycle motor traffic petrol passport luggage suitcase
`
  .trim()
  .split(/\s+/)
  .filter((word) => word.length >= 4);
