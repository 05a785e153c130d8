import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  retention: {
    title: 'Beth rydym wedi’i ddileu',
    intro:
      'Rydym yn cadw cofnod o ddefnydd o’ch data am gyhyd ag y mae’r corff wedi’i ddweud. Yna rydym yn ei ddileu, gyda phopeth amdano. Pan fydd holl gofnodion mis wedi’u cadw am ddigon o amser, rydym yn dileu’r mis.',
    certificate:
      'Ar gyfer pob mis rydym wedi’i ddileu mae tystysgrif wedi’i llofnodi. Mae’r log cyhoeddus yn dal i gadw marc ar gyfer pob cofnod. Ni all neb ddarllen dim yn y marciau hyn.',
    empty: 'Nid ydym wedi dileu dim eto. Nid oes unrhyw gofnod wedi’i gadw am ddigon o amser.',
    json: 'Y tystysgrifau fel JSON',
    month: 'Mis',
    records: 'Cofnodion wedi’u dileu',
    deletedOn: 'Dilëwyd ar',
  },
  bulk: {
    title: 'Defnydd o ddata am lawer o bobl ar unwaith',
    intro:
      'Weithiau mae corff yn defnyddio data am lawer o bobl ar unwaith, er enghraifft i anfon llythyr at bob un ohonynt. Nid ydych yn gweld defnydd o’r fath yn eich rhestr eich hun. Mae wedi’i restru yma, i unrhyw un ei ddarllen.',
    people: 'Faint o bobl',
    body: 'Corff cyhoeddus',
    why: 'At ba ddiben',
    when: 'Pryd',
    data: 'Y data',
    corrected: 'Cywirodd corff hyn yn ddiweddarach.',
    takenBack: 'Mae’r corff yn dweud na ddigwyddodd hyn.',
    empty: 'Nid oes unrhyw gorff wedi dweud wrthym am ddefnydd o’r fath eto.',
    newest: (count) => `Dyma’r ${count} mwyaf newydd.`,
    json: 'Y rhestr fel JSON',
  },
}
