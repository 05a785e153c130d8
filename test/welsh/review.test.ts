import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everyPair, hashOf, LIST, listOf, markedIn, readReviewed, type Pair } from './review.ts'

test('what nobody has reviewed is on the list, and nothing else', async () => {
  const inStep = readFileSync(LIST, 'utf8') === listOf(await everyPair(), readReviewed())
  expect(inStep, 'the words have changed: run npm run welsh, and commit test/welsh').toBe(true)
})

const start: Pair = { place: 'web start.title', english: 'Tell us "once", please', welsh: 'Dywedwch wrthym, unwaith' }
const back: Pair = { place: 'web layout.back', english: 'Back', welsh: 'Yn ôl' }

test('a row that a reviewer marked comes off, and comes back when a word of it changes', () => {
  const sent = listOf([start, back], new Set())
  const returned = sent.replace('"","web start.title"', 'yes,"web start.title"').replaceAll('\n', '\r\n')
  const reviewed = new Set(markedIn(`\uFEFF${returned}`))
  expect(listOf([start, back], reviewed)).not.toContain('start.title')
  expect(listOf([start, back], reviewed)).toContain('layout.back')
  expect(listOf([{ ...start, welsh: 'Dywedwch wrthym unwaith' }, back], reviewed)).toContain('start.title')
  expect(reviewed).toEqual(new Set([hashOf(start)]))
})

test('a mark on words that have changed since counts for nothing', () => {
  const sent = listOf([back], new Set()).replace('"","web', '"x","web')
  expect(markedIn(sent)).not.toContain(hashOf({ ...back, welsh: 'Nôl' }))
})
