import type { Language } from '../words/language'
import { permissionWords } from '../words/permissions'
import { punctuation } from '../words/punctuation'
import { roles } from '../words/roles'
import { grouped } from './permission-groups'
import type { RoleDetails } from './role-details'

type Fields = {
  role: RoleDetails
  language: Language
  /** As they were ticked in a form that was not taken. */
  typed?: readonly string[]
  /** Somebody else saved it meanwhile: what is saved stands beside what was ticked otherwise. */
  isStale: boolean
  problem: string | undefined
}

/** A box for each permission, by groups; an empty one goes along, so that none ticked is said too. */
export const PermissionFields = ({ role, language, typed, isStale, problem }: Fields) => {
  const words = roles[language]
  const isTicked = (one: string) => (typed ?? role.permissions).includes(one)
  const isSaved = (one: string) => role.permissions.includes(one)
  return (
    <>
      <input type="hidden" name="permissions" value="" />
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      {grouped(role.all).map(({ group, permissions }) => (
        <fieldset class="field ticks">
          <legend>{words.groups[group]}</legend>
          <ul>
            {permissions.map((one) => {
              // Everybody with an account has it.
              const isFixed = one === 'workbench.use'
              const isOthers = !role.yours.includes(one)
              const differs = isStale && isTicked(one) !== isSaved(one)
              return (
                <li>
                  <label for={`permission-${one}`}>
                    <input
                      type="checkbox"
                      id={`permission-${one}`}
                      name="permissions"
                      value={one}
                      checked={isTicked(one) || isFixed}
                      disabled={isFixed || (isOthers && !isTicked(one))}
                    />
                    <span>
                      {permissionWords(one, language)}
                      {isOthers && (
                        <small>
                          {punctuation[language].between}
                          {words.notYours}
                        </small>
                      )}
                      {differs && (
                        <small class="field-problem">
                          {' '}
                          {words.savedMeanwhile} {isSaved(one) ? words.yes : words.no}
                        </small>
                      )}
                    </span>
                  </label>
                </li>
              )
            })}
          </ul>
        </fieldset>
      ))}
    </>
  )
}
