/** Why an upload is not taken, as the tus server wants to be told. */
export class UploadRefusal extends Error {
  constructor(
    readonly status_code: number,
    sentence: string,
  ) {
    super(sentence);
    this.name = "UploadRefusal";
  }

  get body(): string {
    return `${this.message}\n`;
  }
}
