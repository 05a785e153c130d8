import type { Body } from '../body.ts'

/** It mediates over agreements, and is told nothing about anybody. */
export const informationCommission: Body = {
  id: 'information-commission',
  name: { en: 'Information Commission', cy: 'Y Comisiwn Gwybodaeth' },
  cluster: 'human-services',
  kind: 'regulator',
  contact: { url: 'https://ico.org.uk/global/contact-us/', phone: '0303 123 1113' },
  subscriptions: [],
}

/** Speaks for people who are seldom heard: one concern of its own opens a mediation. */
export const childrensCommissioner: Body = {
  id: 'childrens-commissioner',
  name: { en: 'Children’s Commissioner for England', cy: 'Comisiynydd Plant Lloegr' },
  cluster: 'human-services',
  kind: 'advocate',
  contact: { url: 'https://www.childrenscommissioner.gov.uk/contact-us/', phone: '020 7783 8330' },
  subscriptions: [],
}
