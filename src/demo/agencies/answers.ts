import type { Answer, Offer, SampleAgreement, Step } from './body.ts'
import type { Situation } from './situations.ts'

// Short ways to write down what a body does, so that its file reads as a list of what it says.

export const when = (situation: Situation, ...steps: Step[]): Answer => ({ when: situation, steps })

export const always = (...steps: Step[]): Answer => when('always', ...steps)

export const noRecord = (en: string, cy: string): Answer =>
  when('not-in-our-files', { after: 'soon', status: 'no_record', message: { en, cy } })

export const done = (en: string, cy: string): Step => ({ after: 'soon', status: 'done', message: { en, cy } })

export const checking = (en: string, cy: string): Step => ({
  after: 'soon',
  status: 'in_progress',
  message: { en, cy },
})

/** @param days from today by which the citizen must answer. */
export const needs = (days: number, en: string, cy: string): Step => ({
  after: 'soon',
  status: 'needs_information',
  dueInDays: days,
  message: { en, cy },
})

export const refused = (reason: string, en: string, cy: string): Step => ({
  after: 'soon',
  status: 'refused',
  reason,
  message: { en, cy },
})

export const quickly = (step: Step): Step => ({ ...step, after: 'quickly' })

export const slowly = (step: Step): Step => ({ ...step, after: 'slowly' })

export const withOffer = (step: Step, offer: Offer): Step => ({ ...step, offer })

/** An agreement that several bodies have, as this one's. */
export const ofBody = (body: string, agreement: SampleAgreement): SampleAgreement => ({
  ...agreement,
  id: `${body}-${agreement.id}`,
})
