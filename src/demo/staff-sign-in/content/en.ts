import { en as oneLogin } from '../../one-login/content/en.ts'

export const en = {
  ...oneLogin,
  service: 'Simulated sign-in for staff',
  warning:
    'This is not a real sign-in service. It is a simulation for trying out services on this computer. None of these people is real.',
  picker: { ...oneLogin.picker, title: 'Choose which colleague to sign in as' },
  home: {
    title: 'A simulation of signing in for work',
    text: 'Services on this computer send staff here to sign in. Start from the service that you want to try.',
  },
  signedOut: { title: 'You have signed out', text: 'You have signed out of the simulated sign-in for staff.' },
}
