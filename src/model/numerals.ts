/**
 * What belongs to a number in words, of many languages at once: beside a figure, no word of one is a common word of
 * another. Regular expressions that match whole words; `_` stands for white space.
 */

/** An alternation of the words of a list, of which each is a regular expression; `_` stands for white space in one. */
export const oneOf = (words: string): string =>
  `(?:${words.split(' ').join('|').replaceAll('_', '\\s+')})`;

/** They multiply the number before them, or make a share or a part of it. */
export const SCALES = [
  'hundred thousand millions? billions? trillions? dozen score gross percent per_cent pct percentage_points? basis_points? bn mn mln tn thirds? quarters? half halves fifths? sixths? sevenths? eighths? ninths? tenths? hundredths? thousandths? fold times',
  'hundert tausend Million(?:en)? Milliarden? Billion(?:en)? Mio Mrd Prozent(?:punkte)? Dutzend Drittel Viertel Mal',
  'cents? mille milliers? millions? milliards? pour_cent douzaines? fois tiers quarts?',
  'cientos mil miles mill[oó]n millones por_ciento docenas? veces tercios cuartos',
  'mila milione milioni miliard[oi] per_cento dozzin[ae] volte',
  'milhares milh[ãa]o milh[õo]es bilh[ãa]o bilh[õo]es por_cento vezes',
  'duizend miljoen miljard procent keer',
  'tusen miljoner miljarder millioner milliarder prosent procent ganger gånger gange',
  'tysi[ąę]c\\p{L}* milion\\p{L}* miliard\\p{L}* procent\\p{L}* razy tisíc\\p{L}* milión\\p{L}*',
  'сот\\p{L}* тысяч\\p{L}* тис\\p{L}* миллион\\p{L}* мільйон\\p{L}* миллиард\\p{L}* мільярд\\p{L}* триллион\\p{L}* тыс млн млрд трлн процент\\p{L}* раза? треть\\p{L}* четверт\\p{L}*',
  'مئة مائة ألف ألفا آلاف مليون مليونا ملايين مليار مليارات بالمئة بالمائة في_المئة في_المائة أضعاف',
  'χιλιάδες εκατομμύρια δισεκατομμύρια τοις_εκατό',
  'bin milyon milyar yüzde kat',
  'אלף אלפים מיליון מיליארד אחוז אחוזים',
  'هزار میلیون میلیارد درصد हज़ार हजार लाख करोड़ प्रतिशत lakh lakhs crore crores',
  'ribu juta miliar persen nghìn ngàn triệu tỷ phần_trăm',
].join(' ');

/** Units of measure, of money and of time. One letter is one only right behind a figure. */
export const UNITS = [
  'km kms m² cm mm nm mi ft yd lb lbs oz kg mg kt kWh MWh GWh kW MW GW TW Hz kHz MHz GHz mph kph km/h m/s kn hp px dB hPa kPa MPa psi kB MB GB TB',
  'kilomet(?:er|re)s? met(?:er|re)s? centimet(?:er|re)s? millimet(?:er|re)s? miles? feet foot inches yards? fathoms? acres? hectares? knots? grams? kilograms? kilos? tons? tonnes? pounds? ounces? stone litres? liters? gallons? pints? barrels? bushels? degrees? watts? kilowatts? megawatts? volts? hertz',
  'dollars? cents? euros? pounds? sterling pence yen yuan rubles? roubles? rupees? francs? kron(?:a|or|er|e) pesos? liras?',
  'seconds? minutes? hours? days? weeks? fortnights? months? years? decades? centuries hrs?',
  'Met(?:er|ern) Kilomet(?:er|ern) Meilen Tonnen Gramm Kilogramm Pfund Grad Tage[n]? Wochen Monaten? Jahren? Stunden Minuten Sekunden',
  'm[èe]tres? kilom[èe]tres? tonnes? livres? degr[ée]s? jours? semaines? mois ans ann[ée]es? heures? minutes? secondes?',
  'metros kil[oó]metros toneladas grados d[íi]as semanas meses a[ñn]os horas minutos segundos metri chilometri tonnellate gradi giorni settimane mesi anni ore secondi',
  'метр\\p{L}* километр\\p{L}* тонн\\p{L}* градус\\p{L}* рубл\\p{L}* доллар\\p{L}* дн(?:я|ей) день недел\\p{L}* месяц\\p{L}* лет года? час(?:а|ов)? минут\\p{L}* секунд\\p{L}* км кг руб',
  'متر كيلومتر كم طن درجة درجات دولار يوما أيام أسابيع أشهر سنة سنوات ساعة ساعات دقيقة دقائق',
].join(' ');

/** Currencies by their codes, in front of a number or behind it. */
export const CURRENCIES =
  'EUR USD GBP JPY CNY RMB RUB KRW KPW CHF AUD CAD NZD INR HKD SGD SEK NOK DKK PLN CZK HUF BRL MXN ZAR ILS SAR AED EGP US Rs\\.? Rp Fr\\.? Kč zł';

/** One letter each, that are units right behind a figure and a space. */
export const LETTER_UNITS = 'm g t l h s K W V';

/** Numbers in words, of languages that set several of them for one number. */
export const NUMBER_WORDS = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  'deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingts? trente quarante cinquante soixante',
  'dos tres cuatro cinco seis siete ocho nueve diez treinta cuarenta cincuenta sesenta setenta ochenta noventa dois três quatro sete oito nove dez vinte trinta quarenta',
  'eine? zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  'due tre quattro cinque otto nove dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  'twee drie vijf zes zeven acht negen tien twintig dertig två tre fyra fem sju åtta nio tio fire seks syv sju åtte otte ni ti dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści',
  'два дв[еу]х? три тр[её]х четыре четыр[её]х пят[ьи] шест[ьи] сем[ьи] вос(?:емь|ьми) девят[ьи] десят[ьи] двадцат[ьи] тридцат[ьи] сорока? пят(?:ь|и)десят[и]? шест(?:ь|и)десят[и]? сем(?:ь|и)десят[и]? восемьдесят девяност[оа] сто двести триста',
  'واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين',
].join(' ');

/** The tens in words, behind which an ordinal is the rest of one: "twenty-" first. */
export const TENS =
  'twenty thirty forty fifty sixty seventy eighty ninety двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто vig[ée]sim[oa] trig[ée]sim[oa]';
export const ORDINALS =
  'firsts? seconds? thirds? fourths? fifths? sixths? sevenths? eighths? ninths? перв\\p{L}+ втор\\p{L}+ трет(?:ий|ь\\p{L}+) четв[её]рт\\p{L}+ пят(?:ый|ого|ая|ой|ую|ом|ое|ому|ых|ым) шест(?:ой|ого|ая|ую|ом|ое|ому|ых|ым) седьм\\p{L}+ восьм(?:ой|ого|ая|ую|ом|ое|ому|ых|ым) девят(?:ый|ого|ая|ой|ую|ом|ое|ому|ых|ым) primer[oa]? segund[oa] tercer[oa]? cuart[oa] quint[oa] sext[oa] s[ée]ptim[oa] octav[oa] noven[oa]';

/** They make a number less, more or about what it is. */
export const COMPARATORS = [
  'minus negative plus (?:no_|not_)?(?:less|fewer|more|higher|lower|greater|other)_than at_(?:least|most) up_to approximately roughly nearly almost barely circa ca\\.? c\\. hardly as_(?:many|few|much|little)_as',
  'weniger_als mehr_als mindestens höchstens bis_zu rund etwa ungefähr knapp fast beinahe',
  "moins_de plus_de au_moins au_plus jusqu[’']à environ près_de presque",
  'menos_de más_de al_menos por_lo_menos cerca_de casi aproximadamente',
  'meno_di più_di almeno fino_a circa quasi pelo_menos mais_de menos_de',
  'менее более больше меньше около почти свыше примерно порядка',
  'نحو حوالي أكثر_من أقل_من ما_يقرب_من قرابة زهاء',
  'minder_dan meer_dan ongeveer bijna mindre_än mer_än omkring nästan minst högst',
].join(' ');

/** The same, but before a word they are as often of place; so they count before figures alone. */
export const PREPOSITIONS =
  'under over above below about around some to_within unter über gegen sur sobre hasta unos unas oltre até до по';

/** Between the ends of a range or a choice of two numbers. */
export const RANGES =
  'to or till until through bis oder à ou a o hasta до или إلى أو tot of till eller';

/** After these, two numbers are the ends of a range. */
export const BETWEEN = 'between zwischen entre tra fra между بين tussen mellan mellem mellom';
export const AND = 'and und et y e и en och og';

/** In front of a number that is the name of something. */
export const ORDINAL_SIGNS = '№ No\\.? Nos\\. Nr\\.? n[°º] N[°º] núm\\. #';

/** Behind a quantity: on which side of a mark it lies, and of which. */
export const RELATIONS = [
  '(?:below|above|under|over|beneath)_(?:zero|freezing|sea|ground|water|average|normal|par|the_(?:freezing|sea|ground|surface|average|norm)) of_frost before_(?:Christ|our_era|the_common_era)',
  '(?:unter|über)_(?:null|Null|dem_Gefrierpunkt|Normalnull|dem_Meeresspiegel) (?:vor|nach)_Christus vor_unserer_Zeitrechnung Frost',
  '(?:au-dessous|au-dessus|en-dessous|en_dessous|sous)_(?:(?:de|du)_)?(?:zéro|la_mer|niveau) avant_(?:notre_ère|Jésus-Christ)',
  '(?:bajo|sobre|por_debajo_de|por_encima_de)_(?:cero|el_nivel) antes_de_(?:Cristo|nuestra_era) (?:sotto|sopra)_(?:lo_)?zero (?:abaixo|acima)_de_zero antes_de_Cristo avanti_Cristo',
  '(?:onder|boven)_(?:nul|het) (?:under|over|över)_(?:noll|null|nul|havet|havets) (?:poniżej|powyżej)_zera (?:pod|nad)_nul\\p{L}*',
  '(?:ниже|выше)_(?:нуля|уровня) мороза тепла до_нашей_эры (?:нижче|вище)_нуля морозу до_нашої_ери',
  '(?:تحت|فوق)_(?:الصفر|سطح) قبل_الميلاد מתחת_לאפס מעל_האפס dưới_0 trên_0 dưới_không',
].join(' ');

/** In front of a quantity, which they turn about: East Asia says "below zero" before the figure. */
export const BELOW_ZERO = '(?:零下|氷点下|冰点下|マイナス|負|负|영하|영상)\\s?$';

/** Behind a quantity: it is what is missing, or what is more. */
export const DIFFERENCES =
  'less fewer more too_(?:few|many|much|little) short_of shy_of weniger zu_(?:viel|wenig) de_(?:moins|plus|trop) (?:de_)?(?:menos|más|mais|menor) di_(?:meno|più) меньше больше minder mindre';

/** Between two numbers of which one holds. */
export const CHOICES = 'or oder ou или або eller lub nebo veya ή أو או';
