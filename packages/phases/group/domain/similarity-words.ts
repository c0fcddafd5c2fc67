/** A word as it was written, and the stem by which it is compared. `stem` is null for words that say nothing. */
export interface Word {
  readonly written: string;
  readonly stem: string | null;
  /** How much it tells about the topic, up to 1. */
  readonly weight: number;
  /** Something that ends a phrase stands between this word and the one before it. */
  readonly startsPhrase: boolean;
}

const STOP_WORDS = {
  en: new Set(
    `a about after again ago all almost already also always am an and another any anybody anyone anything are around as ask at
    away back bad badly be became because become been before behind being best better between big both but by came can cannot
    clear come comes could couple day days did different difficult do does doing done down during each early easy either else
    end enough even ever every everybody everyone everything far feel feeling feels felt few find finds first fix for found
    from full fully get gets getting give given gives go goes going gone good got great had half happen happens happy hard has
    have having he her here high him his hope hour hours how huge i if in instead into is it its itself just keep keeps kind
    knew know knows last late later least left less let like liked long look looks lot lots love loved low made main make
    makes making many may maybe me mean middle might minute minutes month months more morning most much must my myself near
    need needed needs never new next nice no nobody none not nothing now of off often ok old on once one only open or other
    others our ours out over own part people person put quite rather ready really right same saw say see seem seems several
    she short should side since small so some somebody someone something sometimes soon start started starts still stop
    stopped such sure take taken takes team than that the their them then there these they thing things think this those
    though three through time times to today together too took towards tried try trying two under unclear until up upon us use
    used useful using usually very want wanted wants was way we week weeks well went were what when where whether which while
    who whole whom whose why will wish with within without wonderful work worked working works worse would year years yes yet
    you your`.split(/\s+/u),
  ),
  de: new Set(
    `ab aber alle allem allen aller allerdings alles als also alt alte alten am an andere anderen anderer anders anstatt arbeite
    arbeiten arbeitet auch auf aus außer bald bei beide beiden beim bekommen besser bin bis bisher bist bitte bleiben bleibt
    brauche brauchen braucht da dabei dadurch dafür daher damit danach dann daran darauf darf darum das dass dauernd davon dazu
    dein dem den denn der derzeit des deshalb deutlich die dies diese diesem diesen dieser dieses doch dort drei du durch dürfen
    eher eigentlich ein eine einem einen einer eines einfach einige einmal einzige ende endlich er erst erste ersten es etwa
    etwas euch euer eure fast fehlen fehlt finde finden findet frage freue früh früher für gab ganz ganze ganzen gar geben
    gebraucht gefallen gefällt gegen gehen geht gemacht genau genug gerade gern gerne gestern gewesen gewünscht gibt gleich groß
    große großen großer großes gut gute guten guter gutes habe haben halb halbe hat hatte hatten heute hier hin hinter hoch ich
    ihm ihn ihnen ihr ihre ihren im immer in inzwischen irgendwie ist ja jahr jahre jahren jede jedem jeden jeder jedes jemand
    jetzt kann kaum kein keine keinem keinen keiner klar klasse klein kleine komme kommen kommt konnte können könnte kurz kurze
    lag lang lange länger lassen läuft leben leider letzte letzten letzter leute lief liegen liegt los mache machen macht mag
    mal man manche manchmal mehr mein meine meist mensch menschen mich mir mit mitten mittlerweile monat monate morgen muss
    müssen nach nächste nächsten nahe neben nett neu neue neuen neuer neues nicht nichts nie niemand noch nochmal nun nur ob oder
    oft ohne plötzlich prima recht rund sage sagen sagt schlecht schlechte schlimm schön schon sehen sehr sei sein seine seit
    selbst selten sich sie sieht sind so sobald sofort sogar soll sollte sollten sondern sonst spät später ständig statt stehen steht
    stets stunde stunden super tag tage tagen tagelang team toll tolle trotz trotzdem tun über um und unklar uns unser unsere
    unserem unseren unserer unter viel viele vielen vieles voll vom von vor vorher waren war wäre warum was weg wegen weil
    weiter weiterhin welche wenig wenige weniger wenn wer werden weiß wie wieder will wir wird wirklich wo woche wochen wollen
    worden wurde wurden würde wünsche zeit zu zum zur zurück zusammen zwei zwischen während`.split(
      /\s+/u,
    ),
  ),
};

type Language = keyof typeof STOP_WORDS;

/** The words of a text, in their order. Links, code signs and markup carry no meaning of their own. */
export function wordsOf(text: string): Word[] {
  const plain = text.normalize('NFC').replaceAll(/\b(?:https?:\/\/|www\.)\S+/gu, ' ');
  const found = [...plain.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)];
  const lower = found.map(([word]) => word.toLowerCase().replaceAll('’', "'"));
  const language = languageOf(lower);
  return found.map((match, position) => {
    const previous = found[position - 1];
    const gap =
      previous === undefined ? '' : plain.slice(previous.index + previous[0].length, match.index);
    return {
      written: match[0],
      stem: stemOf(lower[position] ?? '', language),
      // German shows its nouns, and nouns are what a topic is about.
      weight: language === 'de' && /^\p{Ll}/u.test(match[0]) ? 0.7 : 1,
      startsPhrase: previous === undefined || /[^\s\p{Pd}/&*_`]/u.test(gap) || gap.includes('\n'),
    };
  });
}

/** The language whose little words are more numerous; undefined for a handful of nouns, which both may share. */
function languageOf(words: readonly string[]): Language | undefined {
  const count = (language: Language): number =>
    words.filter((word) => STOP_WORDS[language].has(word)).length;
  const umlauts = words.filter((word) => /[äöüß]/u.test(word)).length;
  const german = count('de') + umlauts;
  const english = count('en');
  if (german === english) return undefined;
  return german > english ? 'de' : 'en';
}

function stemOf(word: string, language: Language | undefined): string | null {
  const languages: readonly Language[] = language === undefined ? ['en', 'de'] : [language];
  if (
    languages.some((each) => STOP_WORDS[each].has(word)) ||
    /^\p{N}*$/u.test(word) ||
    word.length < 2
  )
    return null;
  const isLoan = /(?:ings?|ments?|ies)$/u.test(word); // German teams hold Meetings and do Deployments
  return language === 'de' && !isLoan ? germanStem(word) : englishStem(word);
}

/** Light: endings of number and tense go, and the few that make a noun of a verb. Equal, not correct, is what counts. */
export function englishStem(word: string): string {
  let stem = folded(word)
    .replace(/'(?:s|re|ve|ll|d|m|t)?$/u, '')
    .replace(/(?<=.{2})ies$/u, 'y')
    .replace(/(?<=s)es$|(?<=x|z|ch|sh)es$|(?<=[^su'i])s$/u, '')
    .replace(/(?<=.{4})(?:ations?|ating|ated|ate|ness|ly)$/u, '')
    .replace(/(?<=.{5})ment$/u, '');
  stem = stem
    .replace(/(?<=[aeiouy].*)(?<=.{3})(?:ing|ed)$|(?<=.{5})er$/u, '')
    .replace(/([bdfgmnprt])\1$/u, '$1');
  return stem.replace(/(?<=.{3})e$/u, '').replace(/(?<=.{2})y$/u, 'i');
}

/** Light: endings of case, number and person go one after the other, as long as enough of the word remains. */
export function germanStem(word: string): string {
  let stem = folded(word);
  if (stem.length > 7)
    stem = stem
      .replace(/^ge(?=.*(?:t|en)$)/u, '')
      .replace(/(?:ungen|ung|heiten|heit|keiten|keit)$/u, '');
  stem = stem
    .replace(/(?<=.{3}(?:er|el|ier))te?[nt]?$/u, '')
    .replace(/(?<=.{4})(?:lich|isch|ig)(?:e[nmrs]?)?$/u, '');
  for (let before = ''; before !== stem;) {
    before = stem;
    if (stem.length > 5) stem = stem.replace(/(?:em|er|en|es|et)$/u, '');
    if (stem.length > 4) stem = stem.replace(/[esn]$/u, '');
  }
  return stem.replace(/(?<=.{2})y$/u, 'i');
}

/** Umlauts come and go with the plural (Ausfall, Ausfälle), and accents with the keyboard. */
function folded(word: string): string {
  return word.replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
