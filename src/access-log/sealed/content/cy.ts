import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  rows: {
    sealed: 'Wedi’i gadw’n ôl',
    shown: (day) => `Cafodd y cofnod hwn ei gadw’n ôl oddi wrthych. Agorodd ar ei ben ei hun ar ${day}.`,
    first: (day) => `Cafodd ei gadw’n ôl yn gyntaf tan ${day}.`,
    renewed: (on, until) => `Ar ${on} cytunodd dau berson i’w gadw’n ôl tan ${until}.`,
    authority: (who) => `Caniatawyd gan: ${who}`,
    protected: 'Yr hyn nad yw’n cael ei ddangos',
    protectedText: 'Rydym yn gadael rhai manylion allan i ddiogelu person arall.',
  },
  figures: {
    title: 'Cwestiynau a chofnodion dan sêl mewn rhifau',
    intro:
      'Pa mor aml mae pobl yn gofyn am ddefnyddiau o’u data, a pha mor aml mae cyrff cyhoeddus yn cadw cofnod o ddefnydd yn ôl oddi wrth y person y mae amdano. Nid ydym yn dangos unrhyw rif dan 5, fel na ellir dod o hyd i neb ynddo.',
    few: 'Llai na 5',
    questions: 'Cwestiynau a ofynnodd pobl',
    questionsIntro: 'Cwestiynau, cwynion a cheisiadau am enw, yn ôl yr hyn y defnyddiwyd y data ar ei gyfer.',
    sealed: 'Cofnodion dan sêl',
    sealedIntro:
      'Mae’r gyfraith yn gadael i rai cyrff, fel y rhai sy’n gweithio ar dwyll, gadw cofnod yn ôl am gyfnod. Mae pob un yn agor ar ei ben ei hun. Mae pob corff a gaiff wneud hynny yn y rhestr hon, p’un a wnaeth ai peidio.',
    activity: 'Defnydd o ddata',
    quarter: 'Tri mis',
    count: 'Faint',
    empty: 'Nid oes dim i’w ddangos eto.',
    from: (from, to) => `${from} i ${to}`,
    json: 'Cael y rhifau hyn fel JSON',
  },
}
