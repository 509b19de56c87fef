import { type Dimension, dimensions } from '../../actors/figures/dimensions'
import type { ListChoices } from '../../views/office/list/list'
import { rowLabel } from '../../views/office/reports/labels'
import type { Language } from '../../views/words/language'
import type { Store } from '../store/store'
import { type ReportAsk, valueNames } from './reports'

/** What there is to choose from in the filters of a report: what these days have. */
export const reportChoices = async (
  store: Store,
  ask: ReportAsk,
  language: Language,
): Promise<ListChoices> => {
  const choices = await Promise.all(
    dimensions.map(
      async (dimension) => [dimension, await choicesOf(store, ask, dimension, language)] as const,
    ),
  )
  return Object.fromEntries(choices)
}

const choicesOf = async (
  store: Store,
  ask: ReportAsk,
  dimension: Dimension,
  language: Language,
) => {
  const [values, nameOf] = await Promise.all([
    store.episodes.values(ask, dimension),
    valueNames(store, dimension),
  ])
  const report = { rows: dimension, figures: [] }
  return values
    .filter((value) => value !== '')
    .map((value) => ({
      value,
      label: rowLabel({ report }, { key: value, name: nameOf(value) }, language),
    }))
    .sort((one, other) => one.label.localeCompare(other.label, language))
}
