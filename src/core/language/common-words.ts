/**
 * Ordinary words of English with four letters or more that lie near technical ones. The spelling corrector
 * leaves them alone (`tell` is not `till`). Longer and rarer words lie too far from anything to be listed.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `able about above accept account across action actual adapt address after again against agree ahead alarm
alive allow almost alone along already also although always among amount anger angry animal annoy another answer
anybody anyone anything anyway apart appear apple apply april area arise around arrive article aside asked asking
assist attach attack attempt august aunt avoid awake award aware away awful baby badly baker ball band bank
barn base basic bath bead beach bean bear beat beauty became because become been beer before began begin behave
behind being belief believe bell belly belong below belt bend best better between beyond bike bill bind bird
birth bite bitten bitter blame bless blind block blood blow blue board boat body boil bold bone book boot border
bore born borrow both bother bottle bottom bought bound bowl brain brand brave bread break breed brick bride brief
bright bring broad brother brought brown brush budget build built bunch burn burst busy butter buyer cable cake
call called calling calm came camp cannot care careful careless carry cart case cash cast catch caught cause
center central century certain chain chair chalk chance change charge chase chat cheap cheat check cheek cheer
cheese chess chest chicken chief child choice choose chose circle cite city claim clap class clear clerk clever
click client climb clock close closed cloth cloud club coach coal coast coat coffee coin cold collar collect color
come comes coming common company compare complain complete cook cool cope copy core corn corner correct cost
cough could count country couple courage course court cousin cover cows crack craft crash cream create credit
creep crime crop cross crowd cruel crush cure curl current curtain curve cute cycle daily damp dance danger dare
dark data date dawn days dead deaf deal dear death debt decide deep deer degree delay demand deny depend depth
desert design desire desk despite detail devil dial diary died diet differ dinner direct dirt dirty dish
dive divide doctor does dogs doing done door double doubt down dozen draft drag drain draw dream dress drew
dried drift drink drive driver drop drove drug drum duck dull during dust duty each early earn earth ease east
easy eaten edge effect effort eight either elbow elder else empty ended enemy engine enjoy enough enter entire
equal error escape even evening event ever every exact except excite excuse exist exit expect explain express
extra eyes face fact fade fail failed fair faith fall false fame family famous fancy farm fast fate father fault
favor fear feed feel feet fell fellow felt fence fetch fever field fight figure file fill film final find fine
finger finish fire firm first fish five fixed flag flame flash flat flew flight float flood floor flour flow flower
fold folk follow fond food fool foot force forest forget forgive fork form formal former fort forth forty forum
forward found four frame free freeze fresh friend from front frost fruit fuel full funny further future gain game
gang garden gate gather gave gentle gets getting ghost gift girl give given gives glad glass goal goat goes going
gold gone good gotten grade grain grand grant grape grass grave great green greet grew grey grief grip ground group
grow grown guard guess guest guide guilt habit hair half hall hand handle handy hang happen happy hard hardly harm
hate have having head heal health heap hear heard heart heat heaven heavy height held hell hello help helped helps
hence here hero hers hide high hill hint hire hold hole holiday hollow holy home honest hope horse host hotel hour
house huge human humor hundred hung hunt hurry hurt idea ideal idle image inch income indeed index inform inside
instead intend into invite iron island issue item itself jail join joke joint jolly judge juice july jump june
junior jury just keen keep keeps kept kick kids kill kind kindly king kiss kitchen knee knew knife knit knock know
known knows labor lack lady laid lake lamb lamp land lane large last late later laugh launch lazy lead leader leaf
leak lean leap learn least leather leave left legal lend length less lesson lets letter level liar liberty library
life lift light like liked likely limb limit line link lion list listen little live lived lives load loan local
lonely long look looked looking looks loose lord lorry lose loss lost lots loud love lovely lover luck lucky lump
lunch lung made mail main make maker makes making male manage manner many mark market marry mass master match mate
matter maybe meal mean means meant meat medal meet meeting melt memory mend mental mercy mere merry message metal
method midday middle might mild mile milk mill million mind mine minor minute mirror miss mist mistake modern moment
monday money monkey month mood moon moral more morning most mother motion mouse mouth move moved much music must
myself nail name narrow nasty nation native nature near nearby nearly neat neck need needed needs neither nerve nest
never news next nice niece night nine nobody nods noise none noon normal north nose note noted nothing notice novel
number nurse obey object ocean offer often older once ones only onto open opened opinion orange order other ought
ours outer outside oven over owed owner pack page paid pain paint pair pale palm panic paper parcel pardon parent
park part party pass passed past paste path patient pause peace pear pencil people perfect perhaps period person
phone phrase piano pick picture piece pile pink pipe pity place plain plan plane plant plate play played please
plenty plot plug plus poem poet point poison polite pool poor popular port pose post pour power praise pray prefer
press pretty prevent price pride priest print prison prize produce profit prompt proof proper proud prove public
pull pump pure push pushed quality quarter queen quest question quick quiet quit quite quote race radio rail rain
raise range rank rare rate rather reach read reader ready real really rear reason recall recent record reduce refer
refuse regard regret relate relax release rely remain remark remedy remember remind remove rent repair repeat reply
rest result return reward rice rich ride right ring ripe rise risk river road roar rock role roll roof room root
rope rose rough round route royal rude ruin rule ruler rush rust sack safe safety said sail sailor sake salad salary
sale salt same sand sang sank sauce save saved saying says scale scene scent school score scrape scratch screen
screw seat second secret secure seed seek seem seemed seems seen self sell send sense sent serious serve seven
several severe shade shadow shake shall shame shape share sharp sheep sheet shelf shell shift shine ship shirt shock
shoe shoot shop shore short shot should shout show showed shown shows shut sick side sight sign signal silent silk
silly silver simple since sing single sink sister site sits sixth size skill skin skip skirt slave sleep slept slide
slight slip slope slow slowly small smart smell smile smoke smooth snake snow soap social sock soft soil sold some
song soon sore sorry sort soul sound soup sour south space spare speak special speech speed spell spend spent spill
spin spirit spite split spoil spoke spoon sport spot spread spring square staff stage stair stamp stand standard
star stare start started state station stay steal steam steel steep steer step stick stiff still sting stir stock
stole stone stood stop stopped store storm story stove straight strange straw stream street strict strike string
strip stroke strong struck study stuff style such suck sudden suffer sugar suggest suit summer sunday supper supply
support suppose sure surely swallow swear sweat sweep sweet swell swim swing sword table tail take taken takes taking
talk talked tall tame taste taught taxi teach team tear tell telling tells temper tend tender tent term test text
than thank thanks that their them then there these they thick thief thin thing things think third this thorn those
though thought thread threat three threw through throw thumb thus ticket tide tidy tight tile time times tiny tire
tired title toast today toes together told tomorrow tone tongue tonight took tool tooth topic total touch tough tour
toward towel tower town trace track trade train trap travel tray treat tree trial tribe trick tried tries trip
trouble truck true trunk trust truth trying tube tune turn turned twice twist type ugly uncle under union unit unite
unless until upon upper upset urge used useful user uses using usual vain valley value various verb very vessel
victory view village visit voice vote wage waist wait waited wake walk wall want wanted wants warm warn wash waste
watch water wave weak wealth weapon wear weather wedding week weekend weigh weight welcome well went were west what
wheat wheel when where which while whip white whole whom whose wide widow width wife wild will willing wind window
wine wing winner winter wipe wire wise wish with within without woke woman wonder wood wool word wore work worked
working works world worm worn worry worse worst worth would wound wrap write writes wrong wrote yard yeah year
yellow yesterday yield young your yours yourself youth
aboard abort abound accent aerial affect ailing aisle alight allot alloy amend angel angler ankle annual ardent
auction audio await backdrop bait bake bakery bale ballet barcode bare barely barge bark bash bashing basket batch
beak beaker beard beast beaver beech beef beet beta bishop blade blaze bleed blight bloke blot blur boar bolder bolt
boom boost booth booty bounce boxy brace brake bran breach bridle brine broker brooch brook broth brow bucket budge
bully bunt bury bush buster butcher cafe calf cancer cannon cape capitol carp carrot cashmere casino cask casket cave
cede censor cereal cession chant chap charm charter chew chic chick chill chip chips chop chord chore clan clash clay
cleaner cleanser cleave cloak clod closet clot clout clover coarse comb comet comment commute compete composer cone
content contents contest contrast cooing cork corks cosy couch cove cozy cram crane crank cranking crass crave craze
creed crisps crone crow cull curd curse curtail cuter daft dairy daisy dally dame dart daze dean decade decay deck
deed defect deli dent dental depict deport depot deter devise dill dime dine dire dock doer donor doom dope dose
dragon drank draper drip drone drought drown drunk dual duct duly dump duress dusk dying emit employer enact ensure
entry esters etch exceed exert export extent factor faculty fang farewell fatter feast feat feather fella fest fiance
filet filth finesse fist fixer flap flaw flea flesh flick flock flog flora flout fluid flush flux folder folly forage
forge fraction frail freak fret friction fries fright frog froth frown fund gage gale gash gaze gender gene giant
giver glean gloss goad goody goose gore gorge grace grad graft grate gray greed grid grill grim grin grocery gross
gust gutter hallway hamper hangover hardier hardy hare hark hash hasten haunt hawk haze healer heater heath heave heed
helm herd hick hind hoard honey hook hoop hopper hover hunter hush huts hype inert inset insider insure inter interact
interest interval invent invest jack jeans jingle juggle keel knack knob knot lace laces lance laser lass latch lather
layer lease leaser legion lemon lens lever licence limp linen lint liter litter liver loch lodge loft logic logo loner
louse loyal lurch lure lurk lust maid mall mane march mare marker mash mask mater maths maturity maze mellow mesh mess
mice milky mingle mink mint minus mire mister mock modem moist mold mole moor moss motel moth mould mound mount
mountain mourn movie mower muddle mummy muse mush musk mustard mute mutter needy negation neon nerd niche noose novice
odor odour oily omen onion optical outrage pace pact pail palace pants parson passable passport pasta pasty pater
pauper pave peach peer pepper perk pert petition petrol pharmacy phony picket picky pier pike pill pine pint pitch
plaid plank plea pleasure pledge plier ploy plum plush pointer pointy poise poker pole pond pope pore pork potato
potion pout powder preach precious predict prefix preserve preset presume preview pricing prick prime prince profess
progress promise prop property prose provoke prune queue racking raid rally ranger rave realty reap rebuild receipt
remote rend renter repent resent reserve resist retail retailer retain retire reveal rider rife rind rink rival roam
robe rocker roil romp roster rowdy rubber rusty safer sage salmon sane sausage savor scab scald scam scar scare scold
scope scorch seam seas sect section seep seer senior sentence sentry settler sever sewn shaft shallow shark shave
sheer shin shone shove sift sigh signer sill sine sinner skid skies skis skit skull slack slain slash slate slaw sled
sleet slick slid slipper slit slower smock sneak snipe snort soften sole solid solo soot soothe sorrow spark sparkle
sparse spear speck speedy spine spire spit spook sprain sprint stack stakes stale stall staple starch starve starving
stat stave stead steak steed stew stink stitch stool stopper stork stow strand strap stride strive stump super supple
surf surge suspense swan tack tailor taker tale tangle tank tart teas teen terror thaw theme thong thorough ticker
tier tilt timber timer timid tissue toad toil toll tomato tongs torch tore tract trader trainer trait trance trash
treason treaty trek trench triad tricky trim trite trolley trough truce tuck tuna twitch unity unto vague valve vary
vault vent vest visible voucher wafer wager waive waiver wallow wand ward ware warrant wars weave weed weep weld wench
whale wharf whore wicked wield wily wince wiry witch worker writ yearly
chin delicate fiction fowl insect protest respect spade stem stretch throat`.split(/\s+/),
);
