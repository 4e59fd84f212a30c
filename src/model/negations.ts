/**
 * The words by which languages deny, one list a language, as regular expressions that match whole words; `_` stands for
 * white space. `before` stands in front of what it denies, also with some of `skipped` between, and further before it in
 * the same clause, which `clauses` begin; `reversing` directly in front of what it takes back; `after` behind what it
 * denies. The other lists are of what makes a quote no statement of its source.
 *
 * Left out on purpose is what more often means something else: Swedish *utan* (but), Arabic *ما* (what), German *noch*.
 */
export interface Negations {
  before: string;
  skipped?: string;
  reversing?: string;
  after?: string;
  clauses?: string;
  /** What follows one of them is not said to be so. */
  conditions?: string;
  /** What stands before one of them, or behind the clause that one begins, holds on a condition only. */
  provisos?: string;
  /** What follows one of them at the beginning of a sentence is a condition or a question. */
  inverted?: string;
  /** What stands before one of them is so in part, or by hearsay, or is an error. */
  hedges?: string;
  /** What follows one of them is said of whose they are, not of the name behind it. */
  owned?: string;
  /** What follows one of them is what somebody says. */
  reports?: string;
  /** What follows one of them is said of a part of it, or of nothing else. */
  limits?: string;
  /** Letters that are written together with the word that follows. */
  joined?: string;
}

const SCANDINAVIAN: Negations = {
  before:
    'inte ej icke ikke ikkje aldrig aldri ingen inget intet inga ingenting ingenting uden uten',
  skipped: 'en ett et den det de så helt mer mere noen nogen någon att å at lenger længere längre',
  reversing: 'nästan nesten næsten knapt knappt næppe påstådd\\p{L}* påstått\\p{L}*',
  after: 'inte ikke ikkje aldrig aldri',
};

/** By the primary language of the source. */
export const NEGATIONS: Readonly<Record<string, Negations>> = {
  ar: {
    before: 'لا لم لن لست ليس(?:ت|وا|نا|ا)? غير بدون بلا دون عدم',
    skipped: 'أن أي يكن تكن يكون يتم تتم',
    reversing: 'كاد(?:ت|وا)? يكاد تكاد رفض(?:ت|وا)? نفى نفت المزعوم\\p{L}*',
    joined: '[وفأ]?',
  },
  bg: { before: 'не няма без никога нито никой нищо', skipped: 'е са се да', reversing: 'почти' },
  ca: {
    before: 'no mai sense ni ningú res gens',
    skipped: 'el la els les un una de es se ha han hem',
    reversing: 'gairebé quasi',
  },
  cs: {
    before: 'ne bez nikdy ani žádn\\p{L}+ nikdo nic není nejsou nebyl\\p{L}? nebude\\p{L}*',
    reversing: 'téměř skoro sotva údajn\\p{L}+ tzv\\.?',
  },
  da: SCANDINAVIAN,
  de: {
    before: 'nicht kein(?:e|en|em|er|es)? nie niemals ohne weder nichts niemand(?:en|em)? nirgends',
    skipped:
      'ein(?:e|en|em|er|es)? der die das den dem des zu zum zur im so sehr ganz völlig mehr wirklich einmal jede[mnrs]? irgendein(?:e|en|em|er|es)?',
    reversing: 'kaum fast beinahe angeblich(?:e|en|em|er|es)? sogenannt(?:e|en|em|er|es)',
    after:
      '(?:(?:auch|noch|gar|ganz|überhaupt|aber|jedoch|es|sich|mehr)_){0,2}(?:nicht|nie|niemals)',
    conditions: 'wenn falls ob sofern als_ob (?:bestreite(?:t|n)|bestritt(?:en)?),',
    inverted: 'hätte(?:n|t|st)? wäre(?:n|t|st)? sollte(?:n|t|st)?',
    hedges:
      'angeblich teil(?:weise|s) zum_Teil im_Prinzip fälschlich(?:erweise)? irrtümlich(?:erweise)?',
    owned:
      '(?:S[oö]hne?|T[oö]chter|Br[uü]der|Schwester|Vater|Mutter|Frau|Mann|Witwe|Neffe|Nichte|Freund(?:in)?|Berater(?:in)?|Sprecher(?:in)?|Anw[aä]lt[ein]*|Gegner|Anhänger|Nachfolger(?:in)?|Vorgänger(?:in)?|Botschafter(?:in)?|Regierung)_(?:von|des|der)',
    provisos: 'wenn falls sofern es_sei_denn vorausgesetzt',
    limits:
      'nur lediglich bloß ausschließlich die_Hälfte (?:Teil|Drittel|Viertel|viele|einige|manche|meisten|Mehrheit|Prozent)(?:_von)?',
    reports: '(?:sagte|erklärte|behauptete|meinte|sagt|erklärt|behauptet|hieß_es)n?,_dass',
    clauses:
      'aber sondern nur bloß weil während wenn wo wer der die das nachdem bevor bis obwohl und oder ob als was wie warum',
  },
  el: {
    before: 'δεν δε μη μην χωρίς όχι ποτέ ούτε καν[εέ]να\\p{L}? καμ[ιί]α',
    skipped: 'είναι ήταν έχει έχουν να το τα τη την τον ο η οι',
    reversing: 'σχεδόν',
  },
  en: {
    before:
      "not no never without nor neither none nobody nothing nowhere cannot cant wont dont doesnt didnt isnt wasnt arent werent \\p{L}+n[’'ʼ]t",
    skipped:
      'a an the any anyone anything be been being have had has to so such very quite yet fully really entirely completely even ever long(?:er)? at_all all that more about of necessarily exactly actually',
    reversing:
      'hardly barely scarcely rarely seldom almost nearly unless lest refus(?:e|es|ed|ing|al)_to declin(?:e|es|ed|ing)_to fail(?:s|ed|ing|ure)?_to (?:in|un)able_to unwilling_to impossible_to (?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?)_that den(?:y|ies|ied|ying)_(?:any|having|being|saying) lack_of absence_of instead_of rather_than far_from anything_but short_of so-called allegedly supposedly purportedly alleged supposed purported would-be fake vice deputy former acting would_be onetime (?<!a_)few non anti ex un pre (?:all|every(?:one|body|thing)|any(?:one|body)|nobody|no_one)_but except(?:ing|_for)? apart_from yet_to rul(?:e|es|ed|ing)_out ceas(?:e|es|ed|ing)_to stop(?:s|ped|ping)?_short_of (?:false|untrue|unlikely|improbable|doubtful|wrong|incorrect)_(?:to_say_)?that far_from_true_that',
    after:
      'not never no none nothing nobody neither elect designate (?:is|was|are|were)_(?:false|untrue|incorrect|wrong|baseless|a_lie)',
    conditions:
      'if whether provided_that providing in_case as_if as_though supposing would could might (?-i:may) should (?:would|could|might)_have(?:_said)? (?:believed|said|thought|reported|rumou?red|expected|likely|hop(?:e|es|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|plan(?:s|ned|ning)?|inten(?:ds?|ded|ding)|threaten(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|promis(?:e|es|ed|ing)|seem(?:s|ed)?|appear(?:s|ed)?)_to den(?:y|ies|ied|ying)',
    inverted: 'had were should',
    hedges:
      'in_part in_principle in_theory part(?:ly|ially) allegedly supposedly purportedly reportedly falsely wrongly incorrectly mistakenly or_so_\\p{L}+ (?:it_is|it_was|they|he|she)_(?:said|claimed|alleged)',
    owned:
      '(?:sons?|daughters?|child(?:ren)?|brothers?|sisters?|fathers?|mothers?|parents?|wi(?:fe|ves)|husbands?|widow(?:er)?|nephews?|nieces?|cousins?|uncles?|aunts?|grandsons?|granddaughters?|friends?|all(?:y|ies)|aides?|advis[eo]rs?|spokes(?:man|woman|person|people)|secretary|assistants?|deput(?:y|ies)|envoys?|ambassadors?|lawyers?|opponents?|enem(?:y|ies)|critics?|supporters?|followers?|successors?|predecessors?|representatives?|governments?)_of(?:_the)?',
    provisos: 'if unless provided_that so_long_as as_long_as in_case on_condition',
    limits:
      'only solely exclusively half (?:most|some|many|several|few|half|parts?|thirds?|quarters?|majority|minority|handful|number|percent|per_cent|\\p{Nd}[\\p{Nd}.,]*%?|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)_of(?:_(?:the|its|their|his|her|these|those))?',
    reports:
      '(?:said|says|say|saying|stated|states|claim(?:s|ed|ing)|argu(?:es|ed|ing)|assert(?:s|ed|ing)|insist(?:s|ed|ing)|alleg(?:es|ed|ing)|accus(?:es|ed|ing)_\\p{L}+_of|report(?:s|ed)_that|believ(?:es|ed)|according_to_[\\p{L}\\s.]{1,60},)(?:_that)?',
    clauses:
      'but only just merely simply because since while whereas when where who which whose after before until although though and or if unless than whether what how why',
  },
  es: {
    before: 'no nunca jamás sin ni ningún ninguna ninguno tampoco nadie nada',
    skipped:
      'el la los las lo le les me te nos un una unos unas de se ha han he hay ser sido es está estar son muy tan ya',
    conditions: 'si con_tal_de_que',
    hedges: 'en_parte en_principio en_teoría supuestamente presuntamente erróneamente',
    owned:
      '(?:hij[oa]s?|herman[oa]s?|padre|madre|espos[oa]|marido|viud[oa]|sobrin[oa]|amig[oa]s?|asesor(?:a|es)?|portavoz|abogad[oa]|rival(?:es)?|partidari[oa]s?|sucesor(?:a|es)?|predecesor(?:a|es)?|embajador(?:a|es)?|gobierno)_(?:de|del)(?:_l[ao]s?)?',
    provisos: 'si a_menos_que a_no_ser_que siempre_que con_tal_de_que',
    limits:
      's[oó]l[oa](?:s|mente)? únicamente (?:mitad|tercio|cuarto|mayoría|minoría|parte|alguno?s|ciento)_(?:de|del)(?:_l[ao]s?)?',
    reports: '(?:dij(?:o|eron)|dice[n]?|afirm(?:ó|aron)|asegur(?:ó|aron)|declar(?:ó|aron))_que',
    reversing: 'casi apenas presunt[oa]s? supuest[oa]s?',
    clauses: 'pero sino solo sólo porque cuando donde quien después antes aunque y o si como cómo',
  },
  et: { before: 'ei ära ärge ilma', reversing: 'peaaegu vaevalt' },
  fa: {
    before: 'نه بدون هیچ بی',
    reversing: 'تقریبا تقریباً',
    after: 'نیست(?:ند)? نبود(?:ند)? نشد(?:ند)? نکرد(?:ند)? ندارد ندارند نداشت(?:ند)? نمی\\p{L}*',
  },
  fi: {
    before: 'ei en et emme ette eivät eikä älä älkää ilman',
    skipped: 'ole ollut olla enää vielä',
    reversing: 'tuskin lähes melkein',
  },
  fr: {
    before: 'ne ni pas jamais sans aucune? non nulle? nullement guère',
    skipped:
      'de du des un une le la les se en y à été être est sont était avoir a ont plus encore très tout',
    reversing: 'presque prétendue?s? soi-disant',
    after: 'pas jamais',
    conditions: 'si à_condition_que',
    hedges: 'en_partie en_principe en_théorie prétendument à_tort',
    owned:
      '(?:fils|filles?|frères?|sœurs?|père|mère|femme|mari|veuve|neveu|nièce|amie?s?|conseill(?:er|ère)s?|porte-parole|avocate?s?|adversaires?|partisans?|successeurs?|prédécesseurs?|ambassad(?:eur|rice)s?|gouvernement)_(?:de|du|des)(?:_la)?',
    provisos: 'si à_condition sauf_si à_moins pourvu_que',
    limits:
      "seul(?:e|s|es|ement)? uniquement (?:moitié|tiers|quart|plupart|partie|majorité|minorité|certain(?:e?s)|cent)_(?:de|des|du|d['’])(?:_la)?",
    reports:
      '(?:dit|disent|affirm(?:e|ent|é)|déclar(?:e|ent|é)|assur(?:e|ent|é)|prétend(?:ent|u)?)_qu(?:e|’)',
    clauses: 'mais seulement parce quand où qui dont après avant quoique et ou si comment pourquoi',
  },
  he: {
    before: 'לא אין בלי ללא אינ(?:ו|ה|ם|ן) טרם',
    reversing: 'כמעט בקושי',
    joined: '[ושה]?',
  },
  hi: { before: 'नहीं न ना मत बिना', after: 'नहीं' },
  hr: { before: 'ne nije nisu nikada bez ni nitko ništa neće', reversing: 'gotovo jedva' },
  hu: {
    before: 'nem ne sem nincs nincsenek soha sehol senki semmi',
    reversing: 'alig majdnem állítólag',
    after: 'nélkül sem',
  },
  id: { before: 'tidak tak bukan belum jangan tanpa tiada', reversing: 'hampir' },
  it: {
    before: 'non mai senza né nessun[oa]? neppure nemmeno neanche',
    skipped:
      'il lo la gli le i un una uno si ci è sono era erano ha hanno stat[oaie] essere avere di del della più ancora molto',
    conditions: 'se purché',
    hedges: 'in_parte in_linea_di_principio in_teoria erroneamente a_torto',
    owned:
      '(?:figli[oa]?|fratell[oi]|sorell[ae]|padre|madre|moglie|marito|vedov[oa]|nipot[ei]|amic[oa]|consiglier[ei]|portavoce|avvocat[oa]|avversari[oa]?|sostenitor[ei]|successor[ei]|predecessor[ei]|ambasciator[ei]|governo)_(?:di|del|dello|della|dei|degli|delle)',
    provisos: 'purché a_meno_che a_condizione',
    limits:
      'sol[oaie] soltanto solamente (?:metà|terzo|quarto|maggioranza|minoranza|parte|alcun[ie]|cento)_(?:di|del|dei|degli|della|delle)',
    reports: '(?:detto|dice|dicono|affermato|afferma|dichiarato|sostiene)_che',
    reversing: 'quasi appena presunt[oaie] cosiddett[oaie]',
    clauses: 'ma solo soltanto perché quando dove chi cui dopo prima benché e o se come',
  },
  ko: { before: '안 못 아니 결코 전혀', reversing: '거의 하마터면' },
  lt: { before: 'ne be niekada nėra', reversing: 'beveik vos' },
  lv: { before: 'ne bez nekad nav', reversing: 'gandrīz tikko' },
  ms: { before: 'tidak tak bukan belum jangan tanpa tiada', reversing: 'hampir' },
  nb: SCANDINAVIAN,
  nl: {
    before: 'niet geen nooit zonder noch niemand niets',
    skipped: 'de het een te zo zeer heel meer langer echt',
    reversing: 'nauwelijks bijna zogenaamde?',
    after: '(?:(?:ook|nog|meer)_)?(?:niet|nooit)',
  },
  nn: SCANDINAVIAN,
  no: SCANDINAVIAN,
  pl: {
    before: 'nie bez nigdy ani żad(?:en|n\\p{L}+) nikt nic',
    skipped: 'jest są był\\p{L}* ma mają się',
    reversing: 'prawie niemal ledwo rzekom\\p{L}+ tzw\\.?',
  },
  pt: {
    before: 'não nunca jamais sem nem nenhuma? ninguém nada tampouco',
    skipped: 'o a os as um uma de se foi é são há ser estar ter mais ainda muito',
    reversing: 'quase supost[oa]s?',
  },
  ro: {
    before: 'nu n-a n-au n-am fără niciodată nici niciun nicio nimeni nimic',
    skipped: 'este e sunt a au se s-a o un mai',
    reversing: 'aproape abia',
  },
  ru: {
    before: 'не ни без никогда нет нельзя никто ничто ничего никак\\p{L}*',
    skipped: 'был[аои]? будет будут быть есть так очень ещё еще совсем вполне больше',
    reversing:
      'почти едва якобы вряд_ли отказ(?:ал\\p{L}*|ыва\\p{L}+|ат\\p{L}+)? бывш\\p{L}+ невозможно так_называем\\p{L}+',
    after: 'нет нельзя',
    conditions: 'если если_бы',
    hedges: 'якобы частично отчасти в_принципе ошибочно',
    owned:
      'сын(?:овья)? дочь брат сестра отец мать жена муж вдова племянни(?:к|ца) друг советни(?:к|ца) помощни(?:к|ца) представител(?:ь|и) адвокат(?:ы)? противник(?:и)? сторонник(?:и)? преемни(?:к|ца) предшественни(?:к|ца) посол правительство',
    provisos: 'если при_условии',
    limits:
      'только лишь половин[аыу] треть четверть часть большинств[оа] меньшинств[оа] (?:некоторые|многие)_из процент(?:а|ов)?',
    reports:
      '(?:сказал|заяв(?:ил|ляет|ляют)|сообщ(?:ил|ает|ают)|говор(?:ил|ит|ят)|утвержда(?:л|ет|ют))(?:а|и)?,_что',
    clauses:
      'но а только лишь потому когда где кто котор\\p{L}+ после пока хотя и или если как что чтобы',
  },
  sk: {
    before: 'nie bez nikdy ani žiadn\\p{L}+ nikto nič',
    reversing: 'takmer sotva údajn\\p{L}+ tzv\\.?',
  },
  sl: { before: 'ne ni niso nikoli brez niti nihče nič', reversing: 'skoraj komaj' },
  sr: {
    before: 'не није нису никада без ни нико ништа неће ne nije nisu nikada bez ni niko ništa neće',
    reversing: 'скоро једва gotovo jedva',
  },
  sv: SCANDINAVIAN,
  tr: { before: 'hiç asla', reversing: 'neredeyse sözde', after: 'değil\\p{L}* yok\\p{L}*' },
  uk: {
    before: 'не ні без ніколи ані немає нема нікого ніхто нічого',
    skipped: 'був була було були буде будуть бути так дуже ще зовсім більше',
    reversing: 'майже ледве нібито колишн\\p{L}+',
    after: 'немає нема',
  },
  ur: { before: 'نہیں نہ بغیر', after: 'نہیں' },
  vi: { before: 'không chưa chẳng chả đừng không_phải không_có', reversing: 'gần_như suýt' },
};

/** They may be an answer by themselves, of which what follows is the explanation: "No, he said, we agreed". */
export const ANSWERS = new Set(
  'no non não nej nei nee nie ne нет не ні нема όχι לא لا نه nem ei nu không tidak bukan nahin नहीं نہیں'.split(
    ' ',
  ),
);

/** What denies in scripts that set no spaces around it, whatever the language of the source. */
export const UNSPACED_NEGATIONS = {
  /** Han, kana and Thai, in front of what they deny. */
  before:
    '[并並绝絕从從决決毫永尚仍还還]?[不没沒未無无非别別勿莫毋](?:有|是|曾|会|會|能|要|得|想|愿|願|敢|应|應|可|肯|再|必|太|很|被|在|让|讓|给|給|把|向|对|對)?|几乎|幾乎|险些|險些|所谓|所謂|ไม่(?:ได้|มี|เคย|ใช่)?|มิได้|ไร้|ห้าม|อย่า|ปราศจาก|เกือบ',
  /** Behind it: the verb's ending in Japanese, and the verb of denial in Korean, behind particles. */
  after:
    '(?!だけで|ばかりで|のみで|[ぁ-ん]{0,3}な(?:けれ|きゃ|くて[はも]))[ぁ-ん]{0,8}?(?:な(?:い|かった?|く)|なし|ません|せず|ざる|ずに)|[가-힣]{0,2}(?:\\s수(?:가|는|도)?)?\\s?(?:않|못하|못했|못한|아니|아닌|아닙|없)[가-힣]*',
};
