import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { More, ViewerContext } from './lists'

type MoreRowsProps = Pick<ViewerContext, 'language' | 'departments'> & { more: readonly More[] }

/** The ways to rows that the list does not show. Swapped live as `#more`. */
export const MoreRows = ({ more, ...viewer }: MoreRowsProps) => (
  <p id="more" class="more">
    {more.map((way) => (
      <>
        <a href={paths.workbench.list(way.to)}>{says(way, viewer)}</a>{' '}
      </>
    ))}
  </p>
)

const says = (way: More, { language, departments }: Omit<MoreRowsProps, 'more'>): string => {
  const words = wordsIn(language).workbench
  if (way.where === 'older') return words.older
  if (way.where === 'ahead') return words.ahead
  if (way.where !== 'department') return words.moreInLine(way.count)
  return words.moreIn(departments[way.to.department ?? ''] ?? '', way.count)
}
