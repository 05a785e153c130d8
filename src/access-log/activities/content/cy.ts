import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  list: {
    title: 'At ba ddiben mae cyrff cyhoeddus yn defnyddio data',
    intro:
      'Rhaid i gorff cyhoeddus ddweud at ba ddiben mae’n defnyddio data am bobl, a pha gyfraith sy’n caniatáu hynny. Mae pob defnydd o’ch data a welwch yn y gwasanaeth hwn yn enwi un o’r rhain.',
    agreements: 'Mae’r hyn y mae corff yn ei wneud gyda’r hyn rydych yn ei ddweud wrthym yn ei gytundebau.',
    agreementsLink: 'Gweld pob cytundeb',
    bulk: 'Gweld defnydd o ddata am lawer o bobl ar unwaith',
    retention: 'Gweld beth rydym wedi’i ddileu',
    figures: 'Gweld mewn rhifau beth mae pobl yn ei ofyn, a beth sy’n cael ei gadw’n ôl',
    empty: 'Nid oes unrhyw gorff wedi dweud eto at ba ddiben mae’n defnyddio data.',
    data: 'Y data',
    openness: 'Pryd y byddwch yn ei weld',
    standing: 'Cyflwr',
  },
  activity: {
    title: (body, purpose) => `${body}: ${purpose}`,
    versionTitle: (body, purpose, version) => `${body}: ${purpose} (fersiwn ${version})`,
    illustration: (body) =>
      `Enghraifft yw hon. Mae’n dangos sut mae’r gwasanaeth hwn yn gweithio. Nid yw ${body} wedi dweud hyn amdano’i hun.`,
    body: 'Corff cyhoeddus',
    purpose: 'At ba ddiben mae’n defnyddio data',
    data: 'Data mae’n ei ddefnyddio',
    basis: 'Rheswm mewn cyfraith diogelu data',
    special: 'Beth sy’n caniatáu defnyddio data sensitif',
    power: 'Y gyfraith sy’n ei ganiatáu',
    openness: 'Pryd y byddwch yn ei weld yn eich rhestr',
    authority: 'Pwy all ei gadw ar gau',
    review: 'Pryd mae ail berson yn gwirio bod yn rhaid iddo aros ar gau',
    reviewDays: (days) => `Bob ${days} diwrnod`,
    kept: 'Am faint o amser rydym yn cadw cofnod ohono',
    months: (months) => (months % 12 === 0 ? `${months / 12} mlynedd` : `${months} mis`),
    agreement: 'Y cytundeb y mae oddi tano',
    code: 'Ei ddiben yn y rhestr y mae rhaglenni’n ei defnyddio',
    registeredOn: 'Ar waith ers',
    standing: 'Cyflwr',
    older: 'Nid dyma’r fersiwn ddiweddaraf.',
    latest: 'Gweld y fersiwn ddiweddaraf',
    versions: 'Fersiynau',
    versionsIntro:
      'Pan fydd hyn yn newid, rydym yn cadw’r hen fersiwn. Mae cofnod o ddefnydd yn enwi fersiwn yr adeg honno.',
    version: (version, date) => `Fersiwn ${version}, o ${date}`,
    thisOne: '(yr un hon)',
    programs: 'I bobl sy’n ysgrifennu rhaglenni',
    json: 'Y fersiwn hon fel JSON',
  },
  openness: {
    open: () => 'Cyn gynted ag y bydd y corff yn dweud wrthym',
    delayed: (days) =>
      `${days} diwrnod ar ôl i’r corff ddweud wrthym, fel nad ydych yn gwybod am wiriad cyn iddo gael ei wneud`,
    sealed: (days) =>
      `Mae ar gau tra bo rhywun yn ymchwilio i drosedd neu dwyll. Mae’n agor ohono’i hun ar ôl ${days} diwrnod, oni bai bod ail berson yn penderfynu bod yn rhaid iddo aros ar gau am fwy o amser`,
    'protected-third-party': () =>
      'Cyn gynted ag y bydd y corff yn dweud wrthym. Rydym yn gadael allan yr hyn a fyddai’n dweud rhywbeth wrthych am berson arall',
  },
  standings: { live: 'Ar waith', ended: 'Ddim ar waith mwyach' },
}
