import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import type { House } from '../support/house.ts'
import type { Answered } from './walk.ts'
import { boat } from '../fixtures/boat/event.ts'

/** The catalogue with an event that has one of every kind of question, and a list of tasks. */
export const events = [...lifeEvents, boat]

export const BOAT = '/report/boat'

/** Answers of each section, question by question. */
export const inTasks = {
  boat: [
    ['has-name', { 'has-name': 'yes' }],
    ['boat-name', { 'boat-name': 'Aurora' }],
    ['built', { 'built-month': '5', 'built-year': '1998' }],
    ['flag', { flag: 'FR' }],
    ['safety', { safety: 'no' }],
  ],
  people: [
    ['seller', { 'seller-first': ' Ada  Augusta ', 'seller-last': 'Byron' }],
    ['seller-agrees', { 'seller-agrees': 'yes' }],
    ['crew/1', { 'name-first': 'Ben', 'name-last': 'Nevis', 'born-not-known': 'yes', job: 'cook', country: 'FR' }],
    ['crew', { crew: 'no' }],
  ],
  home: [['held-home', { 'held-home': 'yes' }]],
  more: [['notes', { notes: 'It leaks.\nA bit.' }]],
} satisfies Record<string, Answered[]>

/** One body that lists boats. */
export const applyBoatBodies = (house: House, lifeEvents: readonly LifeEvent[] = events) =>
  applyAgenciesFile(
    house.database.worker,
    house.config.vault,
    fileOf(
      agencyEntry({
        id: 'harbour',
        name: { en: 'Harbour office', cy: 'Swyddfa’r harbwr' },
        agreements: [
          agreementEntry({ id: 'harbour-boats', events: [{ type: 'boat', fields: ['boat_name', 'flag', 'seller'] }] }),
        ],
      }),
    ),
    { lifeEvents, allowLoopback: true, now: house.clock() },
  )
