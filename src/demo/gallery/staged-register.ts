import { keepRegister } from '../../agreements/published/keep-register-store.ts'
import type { Stage } from './stage.ts'

/** A published register of two: one with all there can be, one with as little as there is. */
export async function stageRegister({ tx }: Stage): Promise<void> {
  await keepRegister(tx, [whole, poor], new Date())
}

const whole = {
  number: 1,
  name: 'Council tax arrears of people in work',
  purpose: 'To recover what is owed without sending anybody to court.',
  benefits: 'Fewer visits by bailiffs.\nPlans that people can keep to.',
  information: 'Name, address, and the name of the employer.',
  method: 'Encrypted file',
  power: 'debt' as const,
  controllers: [
    { name: 'HM Revenue and Customs' },
    ...['Barsetshire', 'Trumptonshire', 'Midsomer', 'Borchester', 'Camberwick'].map((name) => ({
      ...{ description: 'A district council in England', name: `${name} council` },
    })),
  ],
  processors: [{ name: 'Lumen Limited' }],
  retention: 'P1Y6M',
  startsOn: '2024-07-19',
  endsOn: '2036-07-31',
  reviewOn: '2026-07-19',
  contacts: ['foi@barsetshire.example', 'https://www.barsetshire.example/data-protection'],
  untidy: [],
}

const poor = {
  ...whole,
  number: 2,
  name: 'Rebates without a form',
  ...{ benefits: '', power: undefined, retention: undefined, endsOn: '2020-03-31', reviewOn: undefined, contacts: [] },
  controllers: [{ description: 'A licensed gas and/or electricity supplier' }],
  processors: [],
  untidy: [
    { column: 'Benefits' as const, problem: 'is blank' },
    { column: 'Controllers' as const, problem: 'does not say which: A licensed gas and/or electricity supplier' },
  ],
}
