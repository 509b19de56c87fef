import { Stars } from '../../parts/marks'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { ratings } from '../../words/ratings'
import { Panel } from '../panel'

/** How those who were rated stand: `mean` is from 1 to 5. */
export type Ranked = { agent: string | null; name: string; count: number; mean: number }

export type RatingFigures = {
  count: number
  mean: number
  /** How often each number of stars was given, 5 first. */
  distribution: readonly { stars: number; count: number }[]
  ranking: readonly Ranked[]
}

/** A mean to two places, as the reader's language writes it. */
const meanText = (mean: number, language: Language): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    mean,
  )
const shareText = (share: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share)

type Figures = { figures: RatingFigures; language: Language }

/** How ratings are spread, and whose they are. */
export const RatingPanels = ({ figures, language }: Figures) => (
  <div class="office-ratings">
    <Distribution figures={figures} language={language} />
    <Ranking figures={figures} language={language} />
  </div>
)

const Distribution = ({ figures, language }: Figures) => {
  const words = ratings[language]
  const { count, mean, distribution } = figures
  return (
    <Panel
      id="distribution"
      title={words.distribution}
      hint={words.mean(meanText(mean, language), count)}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words.stars}</th>
            <th scope="col" class="figure">
              {words.count}
            </th>
            <th scope="col" class="figure">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {distribution.map((row) => (
            <tr>
              <th scope="row">
                <Stars stars={row.stars} label={wordsIn(language).common.stars(row.stars)} />
              </th>
              <td class="figure">{row.count}</td>
              <td class="figure">
                <meter min="0" max={count} value={row.count} aria-hidden="true" />{' '}
                {shareText(row.count / count, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

const Ranking = ({ figures: { ranking }, language }: Figures) => {
  const words = ratings[language]
  return (
    <Panel id="ranking" title={words.ranking} hint={words.rankingHint}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.agent}</th>
            <th scope="col" class="figure">
              {words.count}
            </th>
            <th scope="col" class="figure">
              {words.meanColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranking.map(({ name, count, mean }) => (
            <tr>
              <th scope="row">
                <bdi>{name || words.nobody}</bdi>
              </th>
              <td class="figure">{count}</td>
              <td class="figure">{meanText(mean, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
