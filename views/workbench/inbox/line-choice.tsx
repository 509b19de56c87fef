import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { LineLength, ViewerContext } from './lists'

type LineChoiceProps = Pick<ViewerContext, 'language' | 'departments' | 'list'> & {
  lines: readonly LineLength[]
}

/** Whose line is shown: one department's, or all of them as one. Swapped live as `#lines`. */
export const LineChoice = ({ lines, language, departments, list }: LineChoiceProps) => {
  const words = wordsIn(language).workbench
  const isChosen = lines.some(({ department }) => department === list.department)
  const all = lines.reduce((sum, { count }) => sum + count, 0)
  const worth = lines.filter(({ department, count }) => count > 0 || department === list.department)
  return (
    <div id="lines" class="lines">
      {lines.length > 0 && (
        <nav aria-label={words.departmentLines}>
          <a
            href={paths.workbench.list({ view: 'line' })}
            aria-current={isChosen ? undefined : 'true'}
          >
            {words.allLines} <b>{all}</b>
          </a>
          {worth.map(({ department, count }) => (
            <>
              {' '}
              <a
                href={paths.workbench.list({ view: 'line', department })}
                aria-current={department === list.department ? 'true' : undefined}
              >
                <bdi>{departments[department]}</bdi> <b>{count}</b>
              </a>
            </>
          ))}
        </nav>
      )}
    </div>
  )
}
