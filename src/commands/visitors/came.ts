import { type Came, cameFromNowhere } from '../../../actors/figures/episode'
import type { Visit, VisitAbout } from '../../../actors/visitor/visit'
import type { Desk } from '../desk'

/** Code points of a source. */
const SOURCE_POINTS = 80

/** An address or a number of somebody: what is counted names campaigns and sites, and nobody. */
const PERSONAL = /@|\d(?:[\s().-]*\d){6}/

/** Where a visitor came from, by what their browser said when it opened a page last. */
export const cameOf = async (desk: Pick<Desk, 'store'>, visitor: string): Promise<Came> => {
  const visit = await desk.store.visits.of(visitor)
  return visit ? cameBy(visit) : cameFromNowhere
}

export const cameBy = ({ about }: Pick<Visit, 'about'>): Came => ({
  source: sourceOf(about),
  country: about.place?.country ?? '',
  device: deviceOf(about),
})

const sourceOf = ({ utm, referrer }: VisitAbout): string => {
  const named = utm.source ?? ''
  const source = (PERSONAL.test(named) ? '' : named) || (URL.parse(referrer)?.hostname ?? '')
  return [...source.toLowerCase()].slice(0, SOURCE_POINTS).join('')
}

const deviceOf = ({ device, system }: VisitAbout): string => {
  if (/ipad|tablet|\btab\b/i.test(device)) return 'tablet'
  if (device !== '' || /android|ios/i.test(system)) return 'mobile'
  return system === '' ? '' : 'desktop'
}
