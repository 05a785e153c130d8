import { PURPOSE, fieldsFor, versionPath } from '../../agreements/agreement.ts'
import type { RegisteredAgreement } from '../../agreements/agreement-store.ts'
import { findLifeEvent, type Catalogue } from '../../catalogue/catalogue.ts'
import { DEFAULT_RETENTION_MONTHS, type RegisteredActivity } from './registered-activity.ts'

/** What a body does with what it is told under an agreement is an activity, with the categories of what it is told. */
export function activityOfAgreement(agreement: RegisteredAgreement, events?: Catalogue): RegisteredActivity {
  return {
    agencyId: agreement.agencyId,
    id: agreement.id,
    version: agreement.version,
    purpose: agreement.purpose,
    dpvPurpose: PURPOSE,
    legalBasis: agreement.legalBasis,
    power: agreement.power,
    powerName: agreement.powerName,
    specialBasis: null,
    dataCategories: categoriesOf(agreement, events),
    confidentiality: 'open',
    opensAfterDays: null,
    sealAuthority: null,
    reviewAfterDays: null,
    retentionMonths: DEFAULT_RETENTION_MONTHS,
    agreementId: agreement.id,
    path: versionPath(agreement),
    registeredAt: agreement.agreedAt,
    state: agreement.state === 'live' ? 'live' : 'ended',
    changedAt: agreement.changedAt,
    latestVersion: agreement.latestVersion,
    endsOn: agreement.endsOn,
  }
}

function categoriesOf(agreement: RegisteredAgreement, events?: Catalogue): string[] {
  const categories = agreement.events.flatMap(({ type }) => {
    const fields = findLifeEvent(type, events)?.fields ?? {}
    return fieldsFor(agreement, type).flatMap((field) => fields[field]?.category ?? [])
  })
  return [...new Set(categories)]
}
