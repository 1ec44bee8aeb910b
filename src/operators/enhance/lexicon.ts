/** What a rule knows about a kind of word: how to find it and the sentences it can add. */
export interface Topic {
  name: string;
  words: RegExp;
  /** One is chosen by the seed. */
  sentences: readonly string[];
}

/** Detail for things that a prompt names; each fits "the <noun> shows …". */
export const materials: Record<string, readonly string[]> = {
  arm: [
    "articulated joints that move smoothly and precisely",
    "machined links and neat cable runs",
  ],
  bicycle: ["thin bright spokes and a worn frame", "chrome details and an oiled chain"],
  bridge: ["riveted girders and weathered concrete", "long cables and shadowed piers"],
  building: [
    "brick, concrete and glass with visible joints and weathering",
    "facades with deep window reveals and stained ledges",
  ],
  bus: ["large windows and scuffed paint", "bright panels and a lit destination sign"],
  car: [
    "clear-coat reflections, glass and rubber that respond to the light",
    "polished paint that mirrors its surroundings",
  ],
  city: [
    "layered facades, varied window rhythms, signage and rooftop plant",
    "a dense skyline with shops at street level",
  ],
  drone: ["thin carbon arms and blurred rotors", "matte shells and small status lights"],
  factory: ["steel structure, guarded machines and marked walkways", "long lines of machines"],
  forest: ["bark, moss and layered undergrowth", "tall trunks and broken light on the floor"],
  forklift: [
    "scratched paint, mast chains and worn tyres",
    "bright paint and a grimy counterweight",
  ],
  house: ["tiled roofs, painted timber and lived-in details", "plaster walls and deep eaves"],
  kitchen: ["tiled walls, steel appliances and stone worktops", "wooden cupboards and clean steel"],
  mountain: [
    "eroded rock, scree and patches of vegetation",
    "sharp ridges and soft distant slopes",
  ],
  pedestrian: [
    "a natural gait and clothing with believable folds",
    "a steady pace and varied clothes",
  ],
  person: [
    "natural posture and clothing with believable folds",
    "relaxed movement and real weight",
  ],
  river: ["slow ripples and broken reflections", "a glossy surface between muddy banks"],
  road: [
    "asphalt texture, lane markings and a slight camber",
    "patched tarmac with tyre-polished tracks",
  ],
  robot: [
    "brushed metal, matte polymer covers and fine machining marks",
    "sealed joints, small sensors and tidy cabling",
  ],
  shop: ["lit windows with goods on show", "painted fascias and glass doors"],
  sign: ["legible shapes with bright edges", "enamelled faces with a slight sheen"],
  sky: ["layered clouds with soft gradients", "a wide, even gradient with thin clouds"],
  street: [
    "asphalt with worn lane markings and patched repairs",
    "kerbs, drain covers and painted crossings",
  ],
  table: ["visible grain and small scratches", "a clean edge and soft contact shadows"],
  traffic: [
    "vehicles of varied age and colour keeping their lanes",
    "a steady flow with natural gaps",
  ],
  train: ["ribbed steel sides and tinted glass", "grimy underframes and painted doors"],
  tree: ["dense leaves that move slightly and cast broken shade", "knotted bark and full crowns"],
  truck: ["tall panels, chrome trim and muddy wheels", "a square cab and a scuffed load bed"],
  warehouse: [
    "tall racking, taped cartons and a sealed concrete floor with scuffs",
    "numbered bays, pallets and strip lights",
  ],
  water: ["ripples, reflections and small highlights", "a clear surface over darker depths"],
};

/** Light: the first that fits is used. */
export const lighting: readonly Topic[] = [
  {
    name: "night",
    words: /\b(night\w*|midnight|neon|cyberpunk|dark)\b/i,
    sentences: [
      "Light comes from lit windows, street lamps and passing head-lights, with deep shadows between the pools of light.",
      "The only light is artificial: shop fronts and lamps glow against a dark sky, and bright sources bloom softly.",
    ],
  },
  {
    name: "sunset",
    words: /\b(sunset|dusk|golden hour|evening)\b/i,
    sentences: [
      "Low, warm sunlight rakes across the scene and stretches the shadows.",
      "A golden sun near the horizon back-lights the scene and rims every edge with warm light.",
    ],
  },
  {
    name: "morning",
    words: /\b(dawn|sunrise|morning)\b/i,
    sentences: [
      "Soft, cool early light is just warming at the horizon; shadows are long and gentle.",
      "The first sun reaches the upper floors while the ground is still in cool shade.",
    ],
  },
  {
    name: "day",
    words: /\b(noon|midday|sunny|daylight|day|summer)\b/i,
    sentences: [
      "Clear daylight gives crisp shadows and natural, balanced colours.",
      "High sun models every surface with short, sharp shadows.",
    ],
  },
];

/** Weather and season: every one that fits is used. */
export const weather: readonly Topic[] = [
  {
    name: "rain",
    words: /\b(rain\w*|storm\w*|drizzl\w*|wet)\b/i,
    sentences: [
      "Fine rain falls steadily; wet surfaces mirror the lights and colours around them.",
      "Rain streaks through the air and every flat surface carries a thin, reflecting film of water.",
    ],
  },
  {
    name: "snow",
    words: /\b(snow\w*|winter\w*|blizzard|frost\w*)\b/i,
    sentences: [
      "Snow settles on every horizontal surface and flakes drift across the frame.",
      "Fresh snow softens every edge, and the air is cold and clear.",
    ],
  },
  {
    name: "fog",
    words: /\b(fog\w*|mist\w*|haz[ey]\w*)\b/i,
    sentences: [
      "A pale mist thickens with distance, so that far objects fade to silhouettes.",
      "Fog swallows the background and softens every light.",
    ],
  },
  {
    name: "dust",
    words: /\b(dust\w*|desert|sand\w*)\b/i,
    sentences: [
      "Fine dust hangs in the air and softens the horizon.",
      "Warm dust drifts low over the ground and veils the distance.",
    ],
  },
  {
    name: "autumn",
    words: /\b(autumn\w*|october|november)\b/i,
    sentences: [
      "Leaves have turned orange and gold, and some lie scattered on the ground.",
      "Rusty foliage stands against a pale sky.",
    ],
  },
];

/** Said when the prompt does not mention the subject itself. */
export const defaults = {
  light: [
    "Even, natural light models every form clearly.",
    "Soft daylight shows every form evenly.",
  ],
  camera: [
    "The camera keeps the framing and motion of the source video, with steady, natural parallax.",
    "The camera follows the source path smoothly at eye level; nothing is re-framed.",
  ],
  style: [
    "Photorealistic, high dynamic range, natural colour, fine detail and consistent textures from frame to frame.",
    "Photoreal rendering with physically plausible light, sharp detail and stable textures over time.",
  ],
} as const;

export const mentionsCamera = /\b(camera|shot|pan|panning|dolly|close-up|wide|aerial|tracking)\b/i;
export const mentionsStyle =
  /\b(photoreal\w*|realistic|cinematic|cartoon|sketch|pencil|watercolou?r|anime|painting|style|render\w*)\b/i;
