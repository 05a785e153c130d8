import { ageOn, type CalendarDate } from '../../shared/dates.ts'
import type { ToldFacts } from './facts.ts'
import type { PersonRecord } from './person-record.ts'

/** What a body has before it when it decides. */
export interface Seen {
  facts: ToldFacts
  /** Whom it found in its files. */
  person: PersonRecord | undefined
  /** GSS codes of the areas that the body serves. */
  areas: readonly string[]
  today: CalendarDate
}

export type Situation = keyof typeof situations

/** What a case can look like to a body; `always` stands last among its answers. */
export const situations = {
  always: () => true,
  'not-in-our-files': ({ person }) => !person,
  // A move, or leaving and coming back.
  'moved-abroad': ({ facts }) => (facts.new_address?.addressCountry ?? 'GB') !== 'GB',
  'no-log-book-reference': ({ facts }) => facts.log_book_reference === undefined,
  'new-here-and-moving-in': (seen) => !seen.person && movesIn(seen),
  'moving-in': movesIn,
  leaving: ({ facts }) => facts.kind === 'leaving',
  // A birth.
  'somebody-else-claims': ({ facts }) => facts.claiming_child_benefit === 'other-parent',
  'nobody-claims': ({ facts }) => facts.claiming_child_benefit === 'nobody',
  'child-benefit-is-due': childBenefitIsDue,
  // A partner.
  'partner-not-told': ({ facts }) => facts.partner === undefined,
  'marriage-allowance-is-due': (seen) => seen.facts.partner !== undefined && holds(seen, 'low-income'),
  'had-marriage-allowance': (seen) => holds(seen, 'marriage-allowance'),
  // Work and income.
  'pay-not-said': ({ facts }) => facts.pay_band === undefined,
  'school-not-said': (seen) => isPoorerWithChildren(seen) && schools(seen).length === 0,
  'school-meals-are-due': (seen) => isPoorerWithChildren(seen) && schools(seen).length > 0,
  'income-fell': incomeFell,
  // Caring.
  'caring-stopped': ({ facts }) => facts.kind === 'stopped',
  'caring-under-35-hours': ({ facts }) => facts.hours_band !== '35-or-more',
  'cared-for-gets-no-benefit': ({ facts }) => facts.gets_benefit === 'none',
  'benefit-of-cared-for-not-said': ({ facts }) => facts.gets_benefit === undefined,
  // Health.
  'effect-not-said': ({ facts }) => facts.affects_daily_life === undefined && facts.affects_mobility === undefined,
  'moves-without-trouble': ({ facts }) => facts.affects_mobility !== true,
  'has-blue-badge': (seen) => holds(seen, 'blue-badge'),
  'no-condition-for-drivers': ({ facts }) => facts.driving_conditions === undefined,
  'condition-needs-a-form': ({ facts }) => facts.driving_conditions?.some((one) => NEEDS_A_FORM.includes(one)) ?? false,
  // A death.
  'nobody-deals-with-estate': ({ facts }) => !facts.executor && !facts.next_of_kin && !facts.surviving_partner,
  'passport-as-keepsake': ({ facts }) => facts.passport_keepsake === true,
  'car-of-motability': ({ facts }) => facts.deceased_vehicles?.some(({ motability }) => motability) ?? false,
  'keeps-personalised-number': ({ facts }) =>
    facts.deceased_vehicles?.some(({ personalised_number_kept }) => personalised_number_kept) ?? false,
  'partner-survives': ({ facts }) => facts.surviving_partner !== undefined,
} satisfies Record<string, (seen: Seen) => boolean>

// Enough to tell a council's own homes from others, for the councils here.
const postcodeAreas: Record<string, RegExp> = {
  E08000035: /^LS\d/i,
  W06000015: /^CF\d/i,
  E07000008: /^CB[1-5] /i,
  E10000003: /^(CB|PE)\d/i,
}

// DVLA asks for its own form before it decides about these.
const NEEDS_A_FORM = ['epilepsy', 'insulin-diabetes', 'sight']

// Free school meals: net earnings of up to £7,400 a year (Universal Credit (School Lunches) rules in England and Wales).
const MEALS_PAY_BANDS = ['none', 'up-to-7400']

const CHILD_BENEFIT_UNDER = 16

function movesIn({ facts, areas }: Seen): boolean {
  return isIn(areas, facts.new_address?.postalCode)
}

function isIn(areas: readonly string[], postcode = ''): boolean {
  return areas.some((area) => postcodeAreas[area]?.test(postcode) ?? false)
}

/** Social Security Contributions and Benefits Act 1992, sections 141 to 146: a child, and a parent who is in the country. */
function childBenefitIsDue({ facts, today }: Seen): boolean {
  const { child_birth_date: born, address } = facts
  const livesHere = address !== undefined && (address.addressCountry ?? 'GB') === 'GB'
  return livesHere && born !== undefined && ageOn(born, today) < CHILD_BENEFIT_UNDER
}

function incomeFell({ facts }: Seen): boolean {
  return facts.kind === 'stopped' || facts.income_change === 'less'
}

function isPoorerWithChildren(seen: Seen): boolean {
  const { facts, areas } = seen
  const isPoor = MEALS_PAY_BANDS.includes(facts.pay_band ?? '')
  const children = facts.children_at_school ?? []
  return incomeFell(seen) && isPoor && children.length > 0 && isIn(areas, facts.address?.postalCode)
}

const schools = ({ facts }: Seen) => (facts.children_at_school ?? []).filter(({ school }) => school !== undefined)

const holds = ({ person }: Seen, what: string) => person?.holds?.includes(what) ?? false
