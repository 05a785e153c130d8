import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  list: {
    title: 'Pryderon a chyfryngu',
    lead: 'Gall pobl ddweud beth sydd o’i le ar gytundeb. Pan fydd digon yn gwneud hynny, mae cyfryngu’n agor. Mae’r ddwy ochr yn siarad. Yna mae’r rheoleiddiwr yn dweud beth sy’n rhaid ei newid.',
    advocate: 'I godi pryder, dewch o hyd i’r cytundeb ac agorwch ei dudalen bryderon.',
    register: 'Dod o hyd i gytundeb',
    empty: 'Nid oes unrhyw gyfryngu.',
    waits: 'Yn aros amdanoch chi',
    line: (title, body) => `${body}: ${title}`,
    more: 'Cyfryngu hŷn',
  },
  mediation: {
    title: (title, body) => `${title}: ${body}`,
    standing: 'Cyflwr',
    agreement: 'Gweld y cytundeb',
    story: 'Beth sydd wedi digwydd',
    publicWords: 'Beth ysgrifennodd pobl',
    publicWordsLead:
      'Dim ond chi a’r gweithredwyr neu’r cyfryngwr all ddarllen hyn. Peidiwch â’i gopïo. Dywedwch yn eich geiriau eich hun beth sydd dan sylw.',
    raised: (category, day) => `${category} (${day})`,
    published:
      'Mae’r hyn rydych yn ei ysgrifennu yn cael ei gyhoeddi ar unwaith, o dan enw eich corff. Ni all neb ei newid wedyn.',
    acts: {
      statement: 'Gwneud datganiad',
      outcome: 'Dweud beth a ddaw ohono',
      improvement: 'Dweud beth rydych wedi’i wella',
      settlement: 'Setlo eich canfyddiad',
    },
    hints: {
      statement: 'Dywedwch beth rydych yn ei feddwl, a pham. Peidiwch ag enwi pobl.',
      outcome: 'Dywedwch beth a ganfuoch a pham rydych yn penderfynu felly.',
      improvement: 'Dywedwch beth sy’n wahanol nawr, a sut y gall pobl weld hynny.',
      settlement: 'Dywedwch pam y mae’n ddigon, neu pam nad yw.',
    },
    outcome: 'Beth yw eich penderfyniad?',
    outcomes: {
      'no-change': 'Nid oes rhaid newid dim',
      agreed: 'Cytunodd y ddwy ochr ar rywbeth',
      finding: 'Mae’n rhaid i’r corff wella erbyn diwrnod penodol',
    },
    findingHint: 'Dim ond ar ôl y diwrnod hwnnw y gallwch ddod â’r cytundeb i ben.',
    improveBy: 'Erbyn pa ddiwrnod y mae’n rhaid iddo wella?',
    improveByHint:
      'Dim ond ar gyfer yr olaf o’r rhain. Ymhen 14 diwrnod ar y cynharaf, ac ymhen blwyddyn ar yr hwyraf.',
    day: 'Diwrnod',
    month: 'Mis',
    year: 'Blwyddyn',
    settlement: 'Beth yw eich penderfyniad?',
    settlements: {
      improved: 'Mae’r corff wedi gwella',
      ended: 'Mae’r cytundeb yn dod i ben nawr',
    },
    endWarning:
      'Os dewch ag ef i ben, ni fydd dim mwy’n cael ei rannu oddi tano. Mae hyn hefyd yn wir am gytundebau sy’n dibynnu arno.',
    words: 'Eich geiriau yn Saesneg',
    wordsCy: 'Eich geiriau yn Gymraeg (dewisol)',
    button: 'Cyhoeddi',
    nothing: 'Nid oes dim i chi ei wneud yma nawr.',
    back: 'Yn ôl i bryderon a chyfryngu',
  },
  advocate: {
    title: 'Codi pryder ar ran eich sefydliad',
    about: (body, purpose) => `Mae’r cytundeb gyda ${body}: ${purpose}`,
    lead: 'Mae un pryder gan sefydliad sy’n siarad dros bobl yn agor cyfryngu.',
    published:
      'Mae’r hyn rydych yn ei ysgrifennu yn cael ei gyhoeddi ar unwaith, o dan enw eich sefydliad. Peidiwch ag enwi pobl.',
    category: 'Beth yw eich pryder?',
    words: 'Eich pryder yn Saesneg',
    wordsCy: 'Eich pryder yn Gymraeg (dewisol)',
    button: 'Cyhoeddi’r pryder',
  },
  errors: {
    category: 'Dewiswch beth yw eich pryder',
    outcome: 'Dewiswch beth yw eich penderfyniad',
    settlement: 'Dewiswch beth yw eich penderfyniad',
    words: 'Rhowch eich geiriau yn Saesneg',
    long: 'Defnyddiwch 8,000 o nodau neu lai',
    date: 'Rhowch y diwrnod y mae’n rhaid iddo wella erbyn hynny',
    notReal: 'Rhowch ddiwrnod go iawn',
    range: 'Rhowch ddiwrnod sydd o leiaf 14 diwrnod ac ar y mwyaf flwyddyn o heddiw',
  },
}
