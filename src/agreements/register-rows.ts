import { csv } from '../shared/csv.ts'
import type { Bilingual } from '../shared/language.ts'
import type { ListedAgency, ListedAgreement } from './register.ts'

/** The same list as a table: a heading, then a row for each body. Area codes are told apart by blanks. */
export const agencyTable = (agencies: readonly ListedAgency[]) =>
  csv([Object.keys(agencyColumns), ...rowsOf(agencyColumns, agencies)])

export const agreementHeading = () => csv([Object.keys(agreementColumns)])

/** A row for each event of each agreement, as what is told stands with the event. Fields are told apart by blanks. */
export const agreementLines = (agreements: readonly ListedAgreement[]) =>
  csv(
    rowsOf(
      agreementColumns,
      agreements.flatMap((agreement) => agreement.events.map((event) => ({ ...agreement, event }))),
    ),
  )

type Columns<Row> = Record<string, (row: Row) => string | number | boolean | null | undefined>

function rowsOf<Row>(columns: Columns<Row>, rows: readonly Row[]): string[][] {
  const values = Object.values(columns)
  return rows.map((row) => values.map((value) => String(value(row) ?? '')))
}

const bilingual = <Row>(name: string, words: (row: Row) => Bilingual | undefined): Columns<Row> => ({
  [`${name}_en`]: (row) => words(row)?.en,
  [`${name}_cy`]: (row) => words(row)?.cy,
})

const agencyColumns: Columns<ListedAgency> = {
  id: ({ id }) => id,
  ...bilingual('name', ({ name }) => name),
  cluster: ({ cluster }) => cluster,
  kind: ({ kind }) => kind,
  areas: ({ areas }) => areas?.join(' '),
  state: ({ state }) => state,
  illustration: ({ illustration }) => illustration,
  email: ({ contact }) => contact.email,
  phone: ({ contact }) => contact.phone,
  textphone: ({ contact }) => contact.textphone,
  relay: ({ contact }) => contact.relay,
  url: ({ contact }) => contact.url,
  post: ({ contact }) => contact.post,
  ...bilingual('in_person', ({ contact }) => contact.in_person),
  page: ({ page }) => page,
  region: ({ region }) => region,
  ...bilingual('risk_appetite', ({ risk_appetite }) => risk_appetite ?? undefined),
}

const agreementColumns: Columns<ListedAgreement & { event: ListedAgreement['events'][number] }> = {
  id: ({ id }) => id,
  version: ({ version }) => version,
  activity_id: ({ activity_id }) => activity_id,
  agency: ({ agency }) => agency,
  state: ({ state }) => state,
  event_type: ({ event }) => event.type,
  fields: ({ event }) => event.fields.join(' '),
  matching: ({ matching }) => matching.join(' '),
  ...bilingual('purpose', ({ purpose }) => purpose),
  ...bilingual('effect', ({ effect }) => effect),
  legal_basis: ({ legal_basis }) => legal_basis,
  power: ({ power }) => power,
  choice: ({ choice }) => choice,
  irreversible: ({ irreversible }) => irreversible,
  minimum_age: ({ minimum_age }) => minimum_age,
  usual_days: ({ usual_days }) => usual_days,
  review_on: ({ review_on }) => review_on,
  ends_on: ({ ends_on }) => ends_on,
  schema: ({ event }) => event.schema,
  starts_on: ({ starts_on }) => starts_on,
  holder: ({ holder }) => holder,
  trial: ({ trial }) => trial,
  relies_on: ({ relies_on }) => relies_on,
  ...bilingual('receiving_team', ({ account }) => account?.receiving_team),
  sharing: ({ account }) => account?.sharing,
  retention: ({ account }) => account?.retention,
}
