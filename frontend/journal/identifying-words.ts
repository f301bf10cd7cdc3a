/** The words by which names of clients are known, and words with a capital that are no names. */
import type { Language } from "./identifying-text.ts";

/** How somebody is spoken of. */
export interface Relation {
  /** The article of the neutral form: "de moeder", "een kind", "deze mevrouw"; "" for "oma". */
  article: string;
  /** With a definite article, for "Jaydens meisje" → "het meisje". */
  definite: string;
  plural: boolean;
  /** "mevrouw B." is a name, "gezin A." is already neutral. */
  title: boolean;
  /** The neutral noun, when it is not the word itself. */
  noun?: string;
}

const list = (words: string) => words.trim().split(/\s+/);

type Shape = [words: string, article: string, definite: string, more?: Partial<Relation>];

const SHAPES: Record<Language, Shape[]> = {
  nl: [
    [
      `moeder vader ouder broer zus tante oom nicht neef zoon dochter partner voogd
       familie opvoeder verzorger leerling`,
      "de",
      "de",
    ],
    [
      "broertje zusje zoontje dochtertje gezin stel neefje nichtje vriendje vriendinnetje",
      "het",
      "het",
    ],
    ["kind meisje kindje", "een", "het"],
    [
      `jongen jongere cliënt client cliënte casus pupil puber tiener kleuter peuter baby bewoner
       bewoonster jongetje`,
      "een",
      "de",
    ],
    ["mama papa oma opa", "", ""],
    [
      `ouders kinderen tweeling broers zussen broertjes zusjes jongens meisjes jongeren cliënten zonen
       dochters oma's opa's tantes ooms neven nichten verzorgers`,
      "de",
      "de",
      { plural: true },
    ],
    ["mevrouw mevr mw", "deze", "", { title: true, noun: "mevrouw" }],
    ["meneer mijnheer dhr heer", "deze", "", { title: true, noun: "meneer" }],
  ],
  en: [
    [
      `mother mum mom mommy mummy father dad daddy parent brother sister grandmother grandfather
       aunt uncle son daughter boyfriend girlfriend guardian family carer nephew niece cousin twin`,
      "the",
      "the",
    ],
    [
      "child kid boy girl client teenager toddler baby pupil resident youngster stepson stepdaughter",
      "a",
      "the",
    ],
    ["grandma grandpa granny", "", ""],
    [
      `parents children kids brothers sisters boys girls clients twins sons daughters
       grandparents siblings`,
      "the",
      "the",
      { plural: true },
    ],
    ["mrs ms miss", "this", "", { title: true, noun: "woman" }],
    ["mr mister", "this", "", { title: true, noun: "man" }],
    // People write about Dutch families with Dutch titles.
    ["mevrouw mevr mw", "this", "", { title: true, noun: "woman" }],
    ["meneer mijnheer dhr", "this", "", { title: true, noun: "man" }],
    ["oma opa", "", ""],
  ],
};

function relations(shapes: Shape[]): ReadonlyMap<string, Relation> {
  return new Map(
    shapes.flatMap(([words, article, definite, more]) =>
      list(words).map((word) => [
        word,
        { article, definite, plural: false, title: false, ...more } as Relation,
      ]),
    ),
  );
}

const RELATIONS = { nl: relations(SHAPES.nl), en: relations(SHAPES.en) };
const PREFIX = /^(?:pleeg|stief|bonus|half|schoon|groot|over|adoptie|gast|ex-|step|grand)+/;

/** The relation a word in small letters names, also composed: "pleegmoeder", "stiefbroertje". */
export function relation(lower: string, language: Language): Relation | undefined {
  const known = RELATIONS[language].get(lower);
  // "halfzus" is the shortest that is composed; most words are shorter.
  if (known || lower.length < 7) return known;
  return RELATIONS[language].get(lower.replace(PREFIX, ""));
}

/** Titles and abbreviations that are written with a full stop. */
export const DOTTED = new Set(list("mw mevr dhr mr mrs ms"));

/** Of whom one is these; "mentor Sam" is a colleague, "mentor van Jayden" names a child. */
export const OF: Record<Language, ReadonlySet<string>> = {
  nl: new Set(
    list(`mentor begeleider begeleidster voogd gezinsvoogd jeugdbeschermer juf meester leerkracht
      therapeut dossier ondertoezichtstelling uithuisplaatsing thuissituatie
      gedrag verhaal gezinssituatie hulpverleningsplan`),
  ),
  en: new Set(list("mentor guardian teacher therapist file friend story behaviour")),
};

interface Whom {
  word: string;
  child: string;
  young: string;
  them: string;
}

export const OF_WHOM: Record<Language, Whom> = {
  nl: { word: "van", child: "een kind", young: "een jongere", them: "zijn of haar" },
  en: { word: "of", child: "a child", young: "a young person", them: "their" },
};

/** Where the place of a name must stay filled, and somebody more beside a named person. */
export const NAMELESS: Record<Language, string> = { nl: "naam weggelaten", en: "name left out" };
export const SOMEBODY: Record<Language, string> = { nl: "iemand", en: "somebody" };

/** Before these the neutral noun stands without an article of its own. */
export const DETERMINERS = new Set(
  list(`de het een deze die dit dat mijn zijn haar hun ons onze jouw je uw elke ieder geen 'n z'n
    the a an this that my his her their our your each no another foster step young little older
    younger oudste jongste kleine grote andere nieuwe beide twee drie both two three der
    biologische elder`),
);

/** Small words inside a name, which also come with a capital: "Van den Berg". */
const PARTICLES = new Set(
  list("van de den der het t ten ter el al ben bin ibn von du da dos di la le"),
);

/** "ben" stands in Arabic names; "Ben" is a boy. */
export const isParticle = (word: string) => word !== "Ben" && PARTICLES.has(word.toLowerCase());

/** With which a family name can begin; "van" only after a title, else it says whose. */
export const LEADING = new Set(list("de den der ten ter el al ben bin"));

const INSTITUTIONS = list(`Veilig Jeugdbescherming Jeugdzorg Jeugdhulp Jeugd Bureau Stichting Raad
  Kinderbescherming Leger Gemeente Rechtbank Centrum Juvent Emergis Intervence Halt Slachtofferhulp
  Politie Kinderrechter Kindertelefoon Triple Signs Teams Zoom WhatsApp Instagram TikTok Snapchat
  YouTube Netflix Fortnite Minecraft Roblox Google Playstation Xbox Discord Facebook Hogeschool
  Universiteit Scalda Curio Hoornbeeck Hartlijn Kindteam Koophandel Schrikker Lucertis Levvel
  Youké Spirit Pluryn Horizon Enver Parlan Jeugdwet Participatiewet Child Youth Safe Council Foundation
  University Court Police Ritalin Concerta Lego Pokémon Playmobil Disney Action Jumbo Lidl Mind
  Kind Kindcentrum Wijkteam Wmo Wlz Wajong Oud Ouder Nieuw`);

const TIMES =
  list(`maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart
  april mei juni juli augustus september oktober november december monday tuesday wednesday thursday
  friday saturday sunday january february march may june july august october kerst kerstmis pasen
  pinksteren sinterklaas hemelvaart koningsdag ramadan suikerfeest christmas easter eid halloween`);

// "Frans", "Pool" and "Roman" are names too, so they are not here.
const BELONGING = list(`nederlands nederlandse marokkaans marokkaanse turks turkse syrisch syrische
  eritrees eritrese pools poolse oekraïens oekraïense surinaams surinaamse antilliaans antilliaanse
  afghaans afghaanse iraaks iraakse iraans iraanse somalisch somalische engels engelse duits duitse
  franse spaans spaanse belgisch belgische vlaams vlaamse zeeuws zeeuwse arabisch arabische afrikaans
  afrikaanse chinees chinese joods joodse christelijk christelijke islamitisch islamitische dutch
  english german french moroccan turkish syrian polish ukrainian afghan somali surinamese arabic
  belgian christian muslim jewish`);

const PLACES =
  list(`zeeland walcheren nederland marokko turkije syrië eritrea polen oekraïne suriname
  curaçao aruba afghanistan irak iran somalië belgië duitsland engeland frankrijk spanje europa
  middelburg vlissingen goes terneuzen hulst zierikzee veere domburg kapelle tholen rotterdam
  amsterdam utrecht breda roosendaal antwerpen gent tilburg eindhoven holland netherlands morocco
  turkey syria poland ukraine`);

const STARTS =
  list(`ik je jij u hij zij ze we wij jullie het de een dit dat die deze er hier daar daarna
  daarom daardoor daarbij daarnaast toen nu dan dus maar en of want als omdat terwijl hoewel nadat
  voordat toch ook wel niet nog al vandaag gisteren morgen vanmorgen vanmiddag vanavond straks later
  eerst eerder soms steeds altijd nooit vaak meestal even eens ineens opeens plotseling uiteindelijk
  eindelijk misschien waarschijnlijk gelukkig helaas natuurlijk eigenlijk wat wie waar waarom wanneer
  hoe welke welk alles anders iets iemand niemand niets alle allemaal elke iedere ieder mijn jouw zijn
  haar hun ons onze met voor na naar bij op in aan uit door over onder tegen tijdens sinds volgens
  zonder tot rond om te van tussen ondertussen vervolgens trouwens overigens tevens thuis zoals haars
  wiens diens wier intussen samen alleen zelf weinig geen ja nee oké dank bedankt zo
  sommige beide andere tweede eerste laatste volgende vorige s t i you he she they it the a an this
  that these those there here then now so but and or because when while after before although still
  also not yet today yesterday tomorrow tonight later first sometimes always never often suddenly
  finally maybe perhaps luckily sadly of course what who where why how which everything something
  somebody nobody nothing all every my your his her their our with for at on in from by through over
  under against during since without until around to between meanwhile together only much no yes
  okay thanks some both another last next if as once let foster one two would should could did do does
  is are was were has have had we i'm i've i'd i'll it's that's didn't don't is was waren heb
  had hebben heeft kan kon wilde ging gaan doe deed zei zegt mag moet moest zou zal stel kijk
  gesprek dag week avond nacht huisbezoek overleg team werk school stage mevrouw meneer moeder vader
  mw dhr mevr mr mrs ms opa oma mama papa god allah thuisbegeleiding covid corona`);

const STOPS = new Set([
  ...INSTITUTIONS.map((word) => word.toLowerCase()),
  ...TIMES,
  ...BELONGING,
  ...STARTS,
]);
const PLACE_NAMES = new Set(PLACES);

/** Whether a word with a capital is no name: a beginning, a day, a people, an institution. */
export function stops(word: string): boolean {
  const lower = word.toLowerCase();
  // "Ans" and "Wils" are names, "Middelburgs" and "Gisterens" are none.
  return STOPS.has(lower) || (lower.length > 5 && STOPS.has(lower.replace(/['’]?s$/, "")));
}

export const isPlace = (word: string) => PLACE_NAMES.has(word.toLowerCase());
