import type { Sentence, Sentences } from './blanks'

const en = {
  errandOver: () => 'That sign-in took too long, or was begun elsewhere. Please start again.',
  providerUnknown: () => 'There is no service of that name.',
  providerAway: () =>
    'This service does not answer as it should. Try again in a while, or sign in with your password.',
  providerLies: () =>
    'What this service said of you cannot be trusted, so nobody was signed in. Please tell an admin of this desk.',
  providerDenied: () => 'You were not signed in there, so you are not here. Please try again.',
  providerUnverified: ({ provider = 'This service' }) =>
    `${provider} has not confirmed that your e-mail address is yours. Confirm it there first.`,
  providerDomain: ({ provider = 'this service' }) =>
    `Your e-mail address is not among those that may come in by ${provider}.`,
  providerOther: ({ provider = 'This service' }) =>
    `${provider} means somebody else by your address than before. An admin can take the old link off your account.`,
  providerNobody: ({ provider = 'this service' }) =>
    `There is no account here for who comes by ${provider} with your address. Ask an admin to invite you.`,
  issuerNotValid: () =>
    'This is not the address of such a service. It is a whole address like https://accounts.example.org.',
  issuerNotHttps: () =>
    'The address of the service has to be https, like https://accounts.example.org, with nothing after a ? or #.',
  domainNotValid: (values) =>
    `“${values.domain ?? ''}” is no domain. Write them like example.org, example.com; at most 20.`,
  domainsMissing: () =>
    'Say whose addresses may come in, like example.org: else everybody with an account there would have one here.',
  clientIdMissing: () => 'Enter the client ID that the service gave you.',
  tooManyProviders: ({ limit = 20 }) => `There can be at most ${limit} services. Remove one first.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  errandOver: () => '登录等待时间过长，或是在别处发起的，请重新开始。',
  providerUnknown: () => '没有这个名称的登录服务。',
  providerAway: () => '该登录服务没有正常响应，请稍后再试，或使用密码登录。',
  providerLies: () => '该登录服务提供的身份信息不可信，因此没有登录。请告知管理员。',
  providerDenied: () => '您没有在该服务中完成登录，请重试。',
  providerUnverified: ({ provider = '该服务' }) =>
    `${provider}尚未确认您的邮箱属于您，请先在该服务中验证邮箱。`,
  providerDomain: ({ provider = '该服务' }) => `您的邮箱不在可通过${provider}登录的范围内。`,
  providerOther: ({ provider = '该服务' }) =>
    `${provider}中使用您邮箱的人与之前不同。管理员可以解除您账号的旧关联。`,
  providerNobody: ({ provider = '该服务' }) =>
    `没有与您在${provider}的邮箱对应的账号，请联系管理员邀请您。`,
  issuerNotValid: () => '这不是登录服务的地址，请填写完整地址，例如 https://accounts.example.org。',
  issuerNotHttps: () =>
    '登录服务的地址必须是 https，例如 https://accounts.example.org，且不能带参数或锚点。',
  domainNotValid: (values) =>
    `“${values.domain ?? ''}”不是域名，请按 example.org, example.com 的格式填写，最多 20 个。`,
  domainsMissing: () =>
    '请填写允许登录的邮箱域名，例如 example.org，否则任何拥有该服务账号的人都会在此获得账号。',
  clientIdMissing: () => '请填写该服务提供的客户端 ID。',
  tooManyProviders: ({ limit = 20 }) => `最多只能有 ${limit} 个登录服务，请先移除一个。`,
}

/** Of services that say who somebody is. */
export const providers = { en, zh }
