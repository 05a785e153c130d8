// Warns three minutes before a signed-in session ends, so that two are left for whoever is slow to notice, and lets
// people stay. The server ends sessions by itself; this only tells. Other tabs may have kept the session alive: they say
// so, and the server is asked before anybody is warned or told that it has ended.

const WARN_BEFORE = 3 * 60

const dialog = document.getElementById('session-warning')
const form = dialog?.querySelector('form')
const others = 'BroadcastChannel' in window ? new BroadcastChannel('session') : undefined
let timer
// Nobody can stay for longer than the last end: once they have read so, it is not said again.
let knowsLast = false

if (dialog instanceof HTMLDialogElement && form) {
  const { endsIn, last } = dialog.dataset
  sayAndPlan({ endsIn: Number(endsIn), last: Number(last) })
  form.addEventListener('submit', stay)
  others?.addEventListener('message', ({ data }) => plan(data))
  // A computer that slept has missed its timers, and so has a page that the back button brings up again.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check())
  window.addEventListener('pageshow', ({ persisted }) => persisted && check())
}

// This page was asked for, or somebody stays: that keeps the session alive for every tab.
function sayAndPlan(session) {
  others?.postMessage(session)
  plan(session)
}

function plan({ endsIn, last, signedOut }) {
  clearTimeout(timer)
  if (endsIn <= 0) return location.assign(signedOut ?? dialog.dataset.ended)
  const soon = endsIn <= WARN_BEFORE
  if (soon && last <= endsIn) sayThatItIsTheLast()
  if (soon && !knowsLast && !dialog.open) dialog.showModal()
  if (!soon && dialog.open) dialog.close()
  timer = setTimeout(check, (soon ? endsIn : endsIn - WARN_BEFORE) * 1000)
}

function sayThatItIsTheLast() {
  dialog.querySelector('#session-warning-text').textContent = dialog.dataset.lastText
  form.querySelector('button').textContent = dialog.dataset.goOn
  form.dataset.last = 'true'
}

async function check() {
  await ask({ method: 'GET' }, plan)
}

async function stay(event) {
  event.preventDefault()
  if (form.dataset.last) {
    knowsLast = true
    return dialog.close()
  }
  await ask({ method: 'POST', body: new URLSearchParams(new FormData(form)) }, sayAndPlan)
}

// Without an answer nothing is known; the next page will tell.
async function ask(request, then) {
  try {
    const response = await fetch(form.action, request)
    if (response.ok) return then(await response.json())
    // What was sent too late is not taken any more: then the session may have ended.
    if (request.method === 'POST') return check()
  } catch {
    clearTimeout(timer)
    timer = setTimeout(check, 30_000)
  }
}
