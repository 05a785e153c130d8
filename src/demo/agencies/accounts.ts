import type { Body, InBoth, SampleAgreement } from './body.ts'

/** What an agreement says of itself for everybody to read. The same of all: they are illustrations, and so are these words. */
export const accountOf = ({ purpose }: SampleAgreement, { name, kind }: Body) => ({
  receiving_team: kind === 'council' ? TEAMS.council : TEAMS.others,
  parties: [{ body: name.en, role: 'controller' as const }],
  benefits: [{ text: benefitOf(purpose) }],
  risks: [{ text: RISK }],
  harms_of_not_sharing: HARM,
  safeguards: SAFEGUARDS,
  sanctions: SANCTIONS,
  retention: kind === 'council' ? 'P6Y' : 'P2Y',
  notice: NOTICE,
})

const TEAMS = {
  council: { en: 'Customer services', cy: 'Gwasanaethau cwsmeriaid' },
  others: { en: 'Customer records', cy: 'Cofnodion cwsmeriaid' },
}

const benefitOf = ({ en, cy }: InBoth) => ({
  en: `People tell one service and not each body. What for: ${en}`,
  cy: `Mae pobl yn dweud wrth un gwasanaeth ac nid wrth bob corff. At beth: ${cy}`,
})

const RISK = {
  en: 'A change could be put on the file of somebody else.',
  cy: 'Gallai newid gael ei roi ar ffeil rhywun arall.',
}

const HARM = {
  en: 'People who are ill, grieving or short of time miss a body. They get wrong bills and letters go to an old home.',
  cy: 'Mae pobl sy’n sâl, yn galaru neu’n brin o amser yn anghofio corff. Cânt filiau anghywir ac mae llythyrau’n mynd i hen gartref.',
}

const SAFEGUARDS = {
  en: 'Only what is needed is sent. Each time is on record, and people can see it.',
  cy: 'Dim ond yr hyn sydd ei angen sy’n cael ei anfon. Mae pob tro ar gofnod, a gall pobl ei weld.',
}

const SANCTIONS = {
  en: 'Misuse ends the agreement and goes to the Information Commissioner.',
  cy: 'Mae camddefnydd yn dod â’r cytundeb i ben ac yn mynd at y Comisiynydd Gwybodaeth.',
}

const NOTICE = {
  en: 'People see who will be told before they send, and who was told after it.',
  cy: 'Mae pobl yn gweld pwy fydd yn cael gwybod cyn iddynt anfon, a phwy a gafodd wybod wedyn.',
}
