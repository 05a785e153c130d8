import { describe, expect, test } from 'vitest'
import type { Field } from '../../src/catalogue/life-event.ts'
import { bodyChoicesOf, withChoices, withRedaction, withTiming } from '../../src/reports/preview/body-choices.ts'
import { emptyDraft } from '../../src/reports/drafts/draft.ts'
import { fieldsLeftOut, mayBeLeftOut } from '../../src/reports/preview/redaction.ts'

describe('what a draft keeps for single bodies', () => {
  test('is nothing at first, and each choice stands until it is taken back', () => {
    expect(bodyChoicesOf(emptyDraft)).toEqual({ timing: {}, redacted: {}, choices: {} })
    const dated = withTiming(withTiming(emptyDraft, 'dvla', '2027-03-27'), 'hmrc', 'held')
    expect(bodyChoicesOf(dated).timing).toEqual({ dvla: '2027-03-27', hmrc: 'held' })
    expect(bodyChoicesOf(withTiming(dated, 'dvla', undefined)).timing).toEqual({ hmrc: 'held' })
    const redacted = withRedaction(dated, 'dvla', ['contact'])
    expect(bodyChoicesOf(redacted)).toEqual({ ...bodyChoicesOf(dated), redacted: { dvla: ['contact'] } })
    expect(bodyChoicesOf(withRedaction(redacted, 'dvla', [])).redacted).toEqual({})
    const chosen = withChoices(withChoices(redacted, { dvla: 'yes', hmrc: 'no' }), { dvla: 'no' })
    expect(bodyChoicesOf(chosen)).toEqual({ ...bodyChoicesOf(redacted), choices: { dvla: 'no', hmrc: 'no' } })
    expect(redacted.answers).toBe(emptyDraft.answers)
  })
})

const aField = (remarkable: Partial<Field>) =>
  ({ category: 'address', always: false, household: false, ...remarkable }) as Field

describe('a field may be left out', () => {
  test.each<[string, string, Partial<Field>, boolean]>([
    ['the address it is about', 'new_address', { always: true }, true],
    ['a number', 'driver_number', { category: 'identity-number' }, true],
    ['the name of whoever reports', 'names', { category: 'name' }, false],
    ['the birth date of whoever reports', 'birth_date', { category: 'birth-date' }, false],
    ['the name of whom it is about', 'child_names', { category: 'name', always: true }, false],
    ['the name of somebody else', 'next_of_kin', { category: 'name' }, true],
  ])('%s', (_what, name, remarkable, may) => {
    expect(mayBeLeftOut(name, aField(remarkable))).toBe(may)
  })
})

describe('of the fields of an agreement are left out', () => {
  const fields = {
    names: aField({ category: 'name', always: true }),
    new_address: aField({}),
    partner: aField({ category: 'name', household: true }),
  }
  const all = ['names', 'new_address', 'partner', 'not_of_this_event']
  test.each<[string, boolean, string[], string[]]>([
    ['none where nobody is at risk, whatever was chosen before', false, ['new_address', 'partner'], []],
    ['those of the household where somebody is', true, [], ['partner']],
    ['what was chosen too', true, ['new_address'], ['new_address', 'partner']],
    ['but never who it is about, nor what there is not', true, ['names', 'not_of_this_event'], ['partner']],
  ])('%s', (_what, safety, chosen, leftOut) => {
    expect(fieldsLeftOut(all, { event: { fields }, safety, chosen })).toEqual(leftOut)
  })
})
