import { Stars } from '../../parts/marks'
import { When } from '../../parts/time'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { type Previewed, previewOf } from '../../words/files'
import type { ViewerContext } from '../inbox/lists'

/** An earlier conversation of the same visitor, in a line. */
export type Earlier = Previewed & { id: string; at: number; stars: number | null }

type EarlierList = Pick<ViewerContext, 'language' | 'now' | 'zone' | 'list'> & {
  earlier: readonly Earlier[]
}

export const EarlierList = ({ earlier, language, now, zone, list }: EarlierList) => {
  const { workbench: words, common } = wordsIn(language)
  return (
    <>
      <h2>{words.earlier}</h2>
      {earlier.length === 0 && <p class="quiet-line">{words.noEarlier}</p>}
      <ul class="earlier-list">
        {earlier.map(({ id, at, stars, ...words }) => (
          <li>
            <a href={paths.workbench.conversation(id, list)}>
              <When at={at} now={now} zone={zone} language={language} />{' '}
              <bdi>{previewOf(words, wordsIn(language).files)}</bdi>{' '}
              {stars !== null && <Stars stars={stars} label={common.stars(stars)} />}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
