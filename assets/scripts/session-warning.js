// Warns three minutes before a signed-in session ends, so that two are left for whoever is slow to notice, and lets
// people stay. The server ends sessions by itself; this only tells. Other tabs may have kept the session alive: the
// server is asked before anybody is warned or told that it has ended.

const WARN_BEFORE = 3 * 60

const dialog = document.getElementById('session-warning')
const form = dialog?.querySelector('form')
let timer

if (dialog instanceof HTMLDialogElement && form) {
  plan(Number(dialog.dataset.endsIn))
  form.addEventListener('submit', stay)
  // A computer that slept has missed its timers.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check())
}

function plan(secondsLeft) {
  clearTimeout(timer)
  if (secondsLeft <= 0) return location.assign(dialog.dataset.ended)
  const soon = secondsLeft <= WARN_BEFORE
  if (soon && !dialog.open) dialog.showModal()
  if (!soon && dialog.open) dialog.close()
  timer = setTimeout(check, (soon ? secondsLeft : secondsLeft - WARN_BEFORE) * 1000)
}

async function check() {
  await ask({ method: 'GET' })
}

async function stay(event) {
  event.preventDefault()
  await ask({ method: 'POST', body: new URLSearchParams(new FormData(form)) })
}

// Without an answer nothing is known; the next page will tell.
async function ask(request) {
  try {
    const response = await fetch(form.action, request)
    if (response.ok) plan((await response.json()).endsIn)
  } catch {
    timer = setTimeout(check, 30_000)
  }
}
