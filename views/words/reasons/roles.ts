import type { Sentence, Sentences } from './blanks'

const en = {
  lastOwner: ({ email = 'This account' }) =>
    `${email} is the last owner. Make another owner first.`,
  mayMoreThanYou: () =>
    'This needs permissions that you do not have yourself. Ask somebody who may more.',
  ownAccount: () => 'You cannot do this to your own account. Ask a colleague who may.',
  placeMissing: () => 'Choose at least one department.',
  invitationOver: () =>
    'This link was used already, or it is too old. Ask whoever sent it for a new one.',
  roleUnknown: () => 'There is no such role any more. Choose another one.',
  roleTaken: ({ name = '' }) => `There is a role called ${name} already. Choose another name.`,
  roleInUse: ({ count = 1 }) =>
    Number(count) === 1
      ? 'One person has this role. Give them another one first.'
      : `${count} people have this role. Give them others first.`,
  roleBuiltIn: () => 'A built-in role stays as it is. Make one of your own from it.',
  tooManyRoles: ({ limit = 50 }) => `There are ${limit} roles already. Remove one that nobody has.`,
  permissionUnknown: ({ permission = '' }) =>
    `There is no permission ${permission} that a role can have.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  lastOwner: ({ email = '该账号' }) => `${email} 是最后一位所有者，请先添加另一位所有者。`,
  mayMoreThanYou: () => '此操作涉及您没有的权限，请联系权限更高的同事。',
  ownAccount: () => '不能对自己的账号执行此操作，请联系有权限的同事。',
  placeMissing: () => '请至少选择一个部门。',
  invitationOver: () => '链接已使用过或已过期，请联系发送者重新获取。',
  roleUnknown: () => '该角色已不存在，请另选一个。',
  roleTaken: ({ name = '' }) => `已有名为“${name}”的角色，请换一个名称。`,
  roleInUse: ({ count = 1 }) => `还有 ${count} 人使用该角色，请先为他们更换角色。`,
  roleBuiltIn: () => '内置角色不能修改，请以它为基础新建角色。',
  tooManyRoles: ({ limit = 50 }) => `角色已达 ${limit} 个上限，请先删除无人使用的角色。`,
  permissionUnknown: ({ permission = '' }) => `没有可授予角色的权限 ${permission}。`,
}

/** Of colleagues and their roles. */
export const roles = { en, zh }
