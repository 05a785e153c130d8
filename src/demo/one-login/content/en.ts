export const en = {
  service: 'Simulated GOV.UK One Login',
  about: 'About this service',
  tag: 'Simulation',
  warning:
    'This is not GOV.UK One Login. It is a simulation for trying out services on this computer. None of these people is real.',
  skip: 'Skip to main content',
  error: 'Error',
  picker: {
    title: 'Choose who to sign in as',
    hint: 'Every person here is made up.',
    continue: 'Continue',
    cancel: 'Go back without signing in',
    problem: 'There is a problem',
    missing: 'Select who to sign in as',
  },
  home: {
    title: 'A simulation of GOV.UK One Login',
    text: 'Services on this computer send people here to sign in. Start from the service that you want to try.',
  },
  signedOut: {
    title: 'You have signed out',
    text: 'You have signed out of the simulated GOV.UK One Login.',
  },
  failed: {
    title: 'Sorry, the simulation cannot do that',
    text: 'Go back to the service and start again.',
  },
}
