"""Perceptual colour maps for heat."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

# each map at 86 evenly spaced values, `rrggbb` one after the other; between them it is linear, which is within two
# levels of the published tables of 256 (viridis, magma, inferno: van der Walt and Smith; cividis: Nunez, Anderton and
# Renslow; turbo: Mikhailov)
_POINTS = {
    "viridis": (
        "440154450559460a5d470e61471365481769481b6d481f70482374482677472a7a472e7c46327e453581443983433d84424086414487"
        "3f47883e4a893d4e8a3b518b3a548c38588c375b8d355e8d34618d32648e31678e306a8e2e6d8e2d708e2c728e2b758e2a788e297b8e"
        "277e8e26818e25838e24868e23898e228c8d218f8d20928c1f948c1f978b1f9a8a1e9d891fa0881fa28721a58522a88425ab8227ad81"
        "2ab07f2eb37c32b67a37b8783bbb7540bd7246c06f4cc26c52c56958c7655ec96265cb5e6ccd5a73d0567ad15181d34d89d54890d743"
        "98d83ea0da39a8db34b0dd2fb8de29c0df25c8e020d0e11cd8e219dfe318e7e419efe51cf6e620fde725"
    ),
    "magma": (
        "00000401010802020d04041406051a0907200c0926100b2d130d34160f3b1a10421e11492211502712582c115f31116536106b3b0f70"
        "400f744510774a10794f127b54137d59157e5d177f621980671b806b1d81701f817521817922827e24828326818827818c2981912b81"
        "962c809b2e7fa02f7fa5317eaa337dae347bb3367ab83779bd3977c23b75c73d73cc3f71d0416fd5446dd9466bde4968e24d66e55064"
        "e95462ec5860ef5d5ef2625df4675cf66c5cf7725cf9785dfa7d5efb835ffc8961fc8e64fd9467fd9a6afe9f6dfea571feaa74feb078"
        "feb67cfebb81fec185fec68afecc8ffed194fed799fddc9efde2a3fde7a9fcecaefcf2b4fcf7b9fcfdbf"
    ),
    "inferno": (
        "00000401010802020e04031407051b0a07220d0829110a30150b37190c3e1e0c45230c4c280b532d0b59320a5e3809623d0965420a68"
        "470b6a4c0c6b510e6c550f6d5a116e5f136e64156e69166e6d186e721a6e771c6d7c1d6d801f6c85216b8a226a8f2469932667982766"
        "9d2964a22b62a62d60ab2f5eb0315bb43359b93556bd3853c13a50c63d4dca404ace4347d24644d54a41d94d3ddd513ae05536e35933"
        "e65d2fe9612beb6628ee6a24f06f20f2741cf47918f67e14f78410f8890cf98e09fa9407fb9906fc9f07fca50afcaa0ffcb014fbb61a"
        "fbbc21fac228f9c72ff8cd37f7d340f5d949f4df53f3e55df2ea69f1ef75f2f482f4f88ef8fb9afcffa4"
    ),
    "cividis": (
        "00224e00255300275800295d002b62002d68002f6d0031700533710f35701637701c396f213b6e263d6e2a3f6d2e416d32436d35456c"
        "39486c3c4a6c3f4c6c424e6c45506c48526c4b546c4e566c51586d545a6d565c6d595e6e5c616e5e636f61656f646770666970696b71"
        "6c6d726e6f737172747374757676767878777b7a787e7c78807f788381798683798985788c88788f8a78928c78948e779791779a9376"
        "9d9576a09875a39a74a69c74a99f73aca172afa471b3a670b6a96fb9ab6dbcae6cbfb06bc2b369c5b568c8b866ccba64cfbd62d2c060"
        "d5c25ed9c55cdcc859dfca57e2cd54e6d051e9d34eedd54af0d846f3db42f7de3efbe138fee434fee838"
    ),
    "turbo": (
        "30123b341b513724663a2d793d358b3f3e9c4146ac434eba4456c7455ed34666dd476ee64776ee467df44685fa458cfd4294ff3e9bfe"
        "3aa3fc35abf82fb2f42ab9ee25c0e720c7df1ccdd81ad4d018d9c818dec019e3b91de7b222ebaa2aefa132f2983cf58e46f88452fa7a"
        "5dfc6f69fd6675fe5c80ff538bff4b96fe449ffd3fa7fc3aaffa37b7f735bef434c6f034cdec34d4e735dbe236e1dd37e7d739ecd13a"
        "f1cb3af5c53af8be39fbb838fcb136fea933fea130fe992cfe9029fc8725fb7e21f9751df66c19f36315f05b12ec530fe84b0ce4450a"
        "df3f08da3907d43305ce2d04c82803c12302b91e02b21a01a91601a11201980e018e0a018507027a0403"
    ),
}

COLORMAPS = tuple(_POINTS)
"""Names of the maps. The lightness of all but turbo rises evenly; cividis also for colour-blind eyes."""


@cache
def table(name: str) -> NDArray[np.uint8]:
    """Return a map as uint8 (256, 3) RGB, read-only.

    Raises:
        ValueError: the name is not in `COLORMAPS`.
    """
    if name not in _POINTS:
        raise ValueError(f"colour map {name!r} is none of {', '.join(COLORMAPS)}")
    points = np.frombuffer(bytes.fromhex(_POINTS[name]), dtype=np.uint8).reshape(-1, 3)
    at = np.linspace(0, 255, len(points))
    channels = [np.interp(np.arange(256), at, points[:, channel]) for channel in range(3)]
    colors: NDArray[np.uint8] = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
    colors.setflags(write=False)
    return colors


def apply(name: str, values: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Return the colours of values.

    Args:
        name: one of `COLORMAPS`.
        values: float (H, W) in [0, 1]; outside it is clipped, not-a-number counts as 0.

    Returns:
        uint8 (H, W, 3) RGB.

    Raises:
        ValueError: the name is not in `COLORMAPS`.
    """
    levels = np.rint(np.clip(np.nan_to_num(values, nan=0.0), 0.0, 1.0) * 255.0).astype(np.uint8)
    colors: NDArray[np.uint8] = table(name)[levels]
    return colors
