import { expect, test } from "vitest";
import { sshArguments } from "./ssh-arguments";

const behindOptions = (address: string) => {
  const args = sshArguments(new URL(address));
  return args.slice(args.indexOf("-T") + 1);
};

test.each([
  ["ssh://gpu1", ["--", "gpu1", "docker", "system", "dial-stdio"]],
  [
    "ssh://root@gpu1:2222",
    ["-l", "root", "-p", "2222", "--", "gpu1", "docker", "system", "dial-stdio"],
  ],
  [
    "ssh://gpu1/run/docker.sock",
    ["--", "gpu1", "docker", "--host", "unix:///run/docker.sock", "system", "dial-stdio"],
  ],
])("%s is told to ssh, which reads no name as an option", (address, args) => {
  expect(behindOptions(address)).toEqual(args);
});

test("what ssh or a shell there would misread is refused", () => {
  expect(() => behindOptions("ssh://me:secret@gpu1")).toThrow("let a key log in");
  expect(() => behindOptions("ssh://gpu1/a;reboot")).toThrow("no path of a Docker socket");
});
