import type { DeathRegister, RegisteredDeath } from '../../reports/somebody-else/death-register.ts'

const name = (given: readonly string[], family: string): RegisteredDeath['names'] => [
  {
    nameParts: [
      ...given.map((value) => ({ type: 'GivenName' as const, value })),
      { type: 'FamilyName' as const, value: family },
    ],
  },
]

/** Made-up deaths, whose references stand in for a registrar's letter. */
export const registeredDeaths: readonly RegisteredDeath[] = [
  {
    reference: 'TU00A1B2C3',
    names: name(['Arthur', 'James'], 'Fielding'),
    birthDate: '1948-04-02',
    deathDate: '2026-10-30',
  },
  {
    reference: 'TU00D4E5F6',
    names: name(['Nia'], 'Prydderch'),
    birthDate: '1939-06-17',
    deathDate: '2026-11-02',
  },
]

export const sampleDeathRegister: DeathRegister = {
  find: (reference, deathDate) => {
    const death = registeredDeaths.find((each) => each.reference === reference && each.deathDate === deathDate)
    return Promise.resolve(death ? { kind: 'found', death } : { kind: 'none' })
  },
}
