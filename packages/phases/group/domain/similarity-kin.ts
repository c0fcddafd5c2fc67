import { englishStem, germanStem } from './similarity-words.ts';

/**
 * Words that teams use for the same thing, in both languages. Cards are short: without this, “The build is
 * slow” and “Pipeline takes ages” share no word. Each line is one family.
 */
const FAMILIES = `
deploy deployment deployen release rollout rollback ship shipping hotfix auslieferung ausliefern veröffentlichung
build pipeline ci compile jenkins runner
test testing tests testen qa coverage flaky unittest testabdeckung
bug defect error crash regression fehler absturz
incident outage alert alarm oncall pager downtime störung ausfall bereitschaft rufbereitschaft
slow sluggish wait waiting latency timeout performance load loading langsam warten wartezeit dauern ladezeit
meeting meetings call calls standup daily sync agenda besprechung termin termine kalender calendar
review reviews reviewer pr pullrequest merge codereview
document documentation docs wiki readme handbook doku dokumentation handbuch
communication inform announce announcement message slack chat kommunikation informieren absprache abstimmung
requirement requirements spec scope story stories ticket tickets refinement acceptance anforderung anforderungen
priority priorities roadmap goal goals focus strategy vision priorität prioritäten ziel ziele fokus strategie
plan planning estimate estimation deadline planung schätzung schätzungen frist
overtime stress pressure tired burnout workload exhausted überstunden druck müde belastung auslastung
interruption interrupt distraction multitasking unterbrechung unterbrechungen ablenkung kontextwechsel
debt legacy refactor refactoring cleanup altlast altlasten altsystem aufräumen
customer customers user users client clients kunde kunden kundin nutzer nutzerin anwender
help helping helped helpful support supportive collaboration teamwork zusammenarbeit helfen hilft geholfen hilfe unterstützung
pair pairing mob mobbing pairen pairprogramming
party lunch coffee snack snacks mittagessen kaffee kuchen
hire hiring interview interviews candidate candidates applicant vacancy joiner newcomer onboarding bewerber bewerbung einstellung vorstellungsgespräch einarbeitung
remote hybrid video audio camera zoom homeoffice homeworking kamera mikrofon
office desk chair noise büro schreibtisch lärm großraumbüro
design designs designer figma mockup mockups ux layout entwurf entwürfe gestaltung
own owner owners ownership responsible responsibility zuständig zuständigkeit verantwortung verantwortlich
monitoring monitor dashboard metrics logs logging metriken überwachung
security access permission permissions password vulnerability rechte zugriff berechtigung passwort sicherheit
decision decisions decide decided entscheidung entscheidungen entscheiden entschieden
learn learning training course conference knowledge lernen schulung fortbildung konferenz wissen
mood morale atmosphere spirit fun laugh stimmung laune spaß lachen zusammenhalt
thanks thank kudos appreciate praise danke lob gelobt dankbar
holiday holidays vacation sick absence urlaub krank vertretung
`;

const families = new Map<string, string[]>();
for (const [number, line] of FAMILIES.trim().split('\n').entries())
  for (const word of line.split(' '))
    for (const stem of new Set([englishStem(word), germanStem(word)]))
      families.set(stem, [...(families.get(stem) ?? []), `family ${number}`]);

/** The families a stem belongs to, most often none. */
export function kinOf(stem: string): readonly string[] {
  return families.get(stem) ?? [];
}
