/** Puts a button in the place of words that say a page can be printed: only a script can press "print". */
for (const words of document.querySelectorAll('[data-print]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = words.dataset.print
  button.addEventListener('click', () => window.print())
  words.replaceWith(button)
}

// On paper nobody can open what is folded.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true
    details.dataset.forPrint = 'true'
  }
})
addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('details[data-for-print]')) {
    details.open = false
    delete details.dataset.forPrint
  }
})
