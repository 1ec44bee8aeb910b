/** Exactly these variables for a child process: Next's typing would insist on `NODE_ENV` among them. */
export function programEnv(variables: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return variables as NodeJS.ProcessEnv;
}
