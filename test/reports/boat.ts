import { lifeEvents } from '../../src/catalogue/catalogue.ts'
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
