export const en = {
  title: 'Check your correction',
  told: 'These bodies will get the correction',
  toldIntro: 'Each gets everything listed for it anew, not only what you changed.',
  notYet: 'These bodies have not been told yet',
  notYetIntro: 'They will only get the right answers.',
  nothing: 'Nothing but that you corrected your report',
  nobodyNew:
    'We tell nobody new. If another body needs to know because of what you changed, tell it yourself or report the change again.',
  same: 'You have not changed anything yet, so there is nothing to send.',
  change: 'Change your answers',
  changed: 'What will be sent has changed since you last saw this page. Check it again before you send it.',
  declaration: 'By sending this, you confirm that what you told us is true as far as you know.',
  send: 'Send the correction',
}
