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
export const PermissionFields = (props: Fields) => {
  const { role, language, problem } = props
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
          <legend>{roles[language].groups[group]}</legend>
          <ul>
            {permissions.map((one) => (
              <Box {...props} permission={one} />
            ))}
          </ul>
        </fieldset>
      ))}
    </>
  )
}

type BoxProps = Fields & { permission: string }

const Box = ({ permission: one, role, language, typed, isStale }: BoxProps) => {
  const words = roles[language]
  const isSaved = role.permissions.includes(one)
  const isTicked = (typed ?? role.permissions).includes(one)
  // Everybody with an account has it.
  const isFixed = one === 'workbench.use'
  const isOthers = !role.yours.includes(one)
  return (
    <li>
      <label for={`permission-${one}`}>
        <input
          type="checkbox"
          id={`permission-${one}`}
          name="permissions"
          value={one}
          checked={isTicked || isFixed}
          disabled={isFixed || (isOthers && !isTicked)}
        />
        <span>
          {permissionWords(one, language)}
          {isOthers && (
            <small>
              {punctuation[language].between}
              {words.notYours}
            </small>
          )}
          {isStale && isTicked !== isSaved && (
            <small class="field-problem">
              {' '}
              {words.savedMeanwhile} {isSaved ? words.yes : words.no}
            </small>
          )}
        </span>
      </label>
    </li>
  )
}
