import type { Sentence, Sentences } from './blanks'

const en = {
  originNotValid: ({ origin = 'this' }) =>
    `“${origin}” is no address of a site. Write it like https://www.example.com, without a path or a star.`,
  originsTooMany: ({ limit = 50 }) => `At most ${limit} sites can be allowed. Remove some.`,
  colorNotValid: () => 'Write the colour like #6b46c1.',
  identityOff: () => 'This desk takes no tokens yet. Make a secret in the office, under Sites.',
  identityNotValid: () =>
    'This token is not valid: it must be a JWT signed with HS256 and the secret of this desk, with sub, exp and jti.',
  identityExpired: () => 'This token has expired. Ask your server for a new one.',
  identityAudience: ({ audience = 'this desk' }) =>
    `This token is meant for somebody else: its aud must be ${audience}.`,
  identityUsed: () => 'This token was used already. Each needs a jti of its own.',
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  originNotValid: ({ origin = '这一项' }) =>
    `“${origin}”不是有效的网站地址，请按 https://www.example.com 的形式填写，不带路径或星号。`,
  originsTooMany: ({ limit = 50 }) => `最多允许 ${limit} 个网站，请删除一些。`,
  colorNotValid: () => '请按 #6b46c1 的形式填写颜色。',
  identityOff: () => '系统尚未启用身份令牌，请先在后台“网站接入”中生成密钥。',
  identityNotValid: () =>
    '令牌无效：必须是用本系统密钥以 HS256 签名的 JWT，并包含 sub、exp 和 jti。',
  identityExpired: () => '令牌已过期，请由您的服务器重新签发。',
  identityAudience: ({ audience = '本系统' }) => `令牌的受众不符，aud 应为 ${audience}。`,
  identityUsed: () => '令牌已使用过，每个令牌的 jti 必须不同。',
}

/** Of sites that hold the chat, and of what they say of their customers. */
export const sites = { en, zh }
