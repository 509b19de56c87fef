import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { ListFields } from './list-fields'
import type { ToolsProps } from './list-tools'

/** The lists that somebody keeps, and the form that keeps this one. */
export const SavedViews = ({ list, language, tools }: ToolsProps) => {
  const { saved: words } = wordsIn(language).workbench
  const here = paths.workbench.list({ ...list, until: undefined })
  return (
    <details class="saved-views" name="list-menu">
      <summary class="filter-chip">
        <Icon name="star" />
        {words.title} {tools.saved.length > 0 && <b>{tools.saved.length}</b>}
      </summary>
      <div class="menu">
        <ul>
          {tools.saved.map(({ id, name, query, shared, removable }) => {
            const to = query === '' ? paths.workbench.page : `${paths.workbench.page}?${query}`
            return (
              <li>
                <a href={to} aria-current={to === here ? 'page' : undefined}>
                  <bdi>{name}</bdi>
                </a>
                {shared && <Chip>{words.isShared}</Chip>}
                {removable && (
                  <form method="post" action={paths.workbench.viewRemoval(id)} data-plain="">
                    <button class="button quiet" type="submit" aria-label={words.remove(name)}>
                      <Icon name="x" />
                    </button>
                  </form>
                )}
              </li>
            )
          })}
        </ul>
        <form class="save-view" method="post" action={paths.workbench.views} data-plain="">
          <ListFields list={list} />
          <label for="view-name">{words.name}</label>
          <input id="view-name" name="name" required autocomplete="off" />
          {tools.canShare && (
            <label class="tick" for="view-shared">
              <input id="view-shared" type="checkbox" name="shared" value="1" />
              {words.shared}
            </label>
          )}{' '}
          <Button>{words.save}</Button>
        </form>
      </div>
    </details>
  )
}
