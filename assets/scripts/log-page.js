// The page of the public log: checks a receipt that somebody chooses or drops, without sending it anywhere.

import { checkReceipt } from './check-receipt.js'
import { unzipSync } from './fflate.js'

// A receipt has some kilobytes.
const LARGEST = 1024 * 1024

const place = document.getElementById('check-receipt')
const input = place?.querySelector('input[type="file"]')
const said = place?.querySelector('[role="status"]')

if (input) {
  place.hidden = false
  input.addEventListener('change', () => input.files?.[0] && void check(input.files[0]))
}

async function check(file) {
  said.replaceChildren()
  const files = await read(file)
  const result = files && (await checkReceipt(files, place.dataset.key, witnesses()).catch(() => undefined))
  if (!files) say('unreadable')
  else if (!result) say('unable')
  else if (result.record === false) say('record')
  else if (!result.proof) say('proof')
  else if (!result.isOfThisLog) say('another', result)
  else if (!result.isOfThisKey) say('key')
  else if (!result.signature) say('signature')
  else say(result.record ? 'good' : 'entry', result)
}

async function read(file) {
  try {
    const files = file.size <= LARGEST ? unzipSync(new Uint8Array(await file.arrayBuffer())) : {}
    return 'receipt.tlog-proof' in files ? files : undefined
  } catch {
    return undefined
  }
}

const witnesses = () => place.dataset.witnesses.split(' ').filter(Boolean)

/** Words that stand ready in the page, in its language. */
function say(what, { origin, index, size, witnesses = [] } = {}) {
  const words = document.getElementById(`receipt-${what}`).content.cloneNode(true)
  const facts = { origin, index, size, witnesses: witnesses.join(', ') }
  for (const gap of words.querySelectorAll('[data-fact]')) gap.textContent = facts[gap.dataset.fact] ?? ''
  for (const part of words.querySelectorAll('[data-witnesses]')) part.hidden = witnesses.length === 0
  said.append(words)
}
