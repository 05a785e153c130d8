/** Puts a button in the place of words that say a page can be printed: only a script can press "print". */
for (const words of document.querySelectorAll('[data-print]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = words.dataset.print
  button.addEventListener('click', () => window.print())
  words.replaceWith(button)
}
