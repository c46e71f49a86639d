"""The torchvision networks that are offered, as a table that needs no torch.

Size and file are those of torchvision's IMAGENET1K_V1 enumerations; a test compares the table with them. V1 for every
network is one rule that is easy to state, and the other enumeration of VGG-16, IMAGENET1K_FEATURES, carries no usable
classifier.
"""

from __future__ import annotations

from dataclasses import dataclass

WEIGHTS_NAME = "IMAGENET1K_V1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One network of torchvision.

    Attributes:
        name: as torchvision calls it.
        family: for people.
        input_size: side of the square input in pixels.
        size_mb: of the weights, in 10^6 bytes.
        file: name of the weight file, with the start of its SHA-256 before the suffix.
    """

    name: str
    family: str
    input_size: int
    size_mb: float
    file: str


ENTRIES: tuple[Entry, ...] = (
    Entry("alexnet", "AlexNet", 224, 244.4, "alexnet-owt-7be5be79.pth"),
    Entry("vgg11", "VGG", 224, 531.5, "vgg11-8a719046.pth"),
    Entry("vgg13", "VGG", 224, 532.2, "vgg13-19584684.pth"),
    Entry("vgg16", "VGG", 224, 553.4, "vgg16-397923af.pth"),
    Entry("vgg19", "VGG", 224, 574.7, "vgg19-dcbb9e9d.pth"),
    Entry("vgg16_bn", "VGG", 224, 553.5, "vgg16_bn-6c64b313.pth"),
    Entry("resnet18", "ResNet", 224, 46.8, "resnet18-f37072fd.pth"),
    Entry("resnet34", "ResNet", 224, 87.3, "resnet34-b627a593.pth"),
    Entry("resnet50", "ResNet", 224, 102.5, "resnet50-0676ba61.pth"),
    Entry("resnet101", "ResNet", 224, 178.8, "resnet101-63fe2227.pth"),
    Entry("resnet152", "ResNet", 224, 241.6, "resnet152-394f9c45.pth"),
    Entry("resnext50_32x4d", "ResNet", 224, 100.4, "resnext50_32x4d-7cdf4587.pth"),
    Entry("wide_resnet50_2", "ResNet", 224, 138.2, "wide_resnet50_2-95faca4d.pth"),
    Entry("mobilenet_v2", "MobileNet v2", 224, 14.2, "mobilenet_v2-b0353104.pth"),
    Entry("mobilenet_v3_small", "MobileNet v3", 224, 10.3, "mobilenet_v3_small-047dcff4.pth"),
    Entry("mobilenet_v3_large", "MobileNet v3", 224, 22.1, "mobilenet_v3_large-8738ca79.pth"),
    Entry("efficientnet_b0", "EfficientNet", 224, 21.4, "efficientnet_b0_rwightman-7f5810bc.pth"),
    Entry("efficientnet_b1", "EfficientNet", 240, 31.6, "efficientnet_b1_rwightman-bac287d4.pth"),
    Entry("efficientnet_b2", "EfficientNet", 288, 36.9, "efficientnet_b2_rwightman-c35c1473.pth"),
    Entry("efficientnet_b3", "EfficientNet", 300, 49.5, "efficientnet_b3_rwightman-b3899882.pth"),
    Entry("efficientnet_b4", "EfficientNet", 380, 78.1, "efficientnet_b4_rwightman-23ab8bcd.pth"),
    Entry("efficientnet_b5", "EfficientNet", 456, 122.5, "efficientnet_b5_lukemelas-1a07897c.pth"),
    Entry("efficientnet_b6", "EfficientNet", 528, 173.4, "efficientnet_b6_lukemelas-24a108a5.pth"),
    Entry("efficientnet_b7", "EfficientNet", 600, 267.0, "efficientnet_b7_lukemelas-c5b4e57e.pth"),
    Entry("efficientnet_v2_s", "EfficientNet v2", 384, 86.7, "efficientnet_v2_s-dd5fe13b.pth"),
    Entry("efficientnet_v2_m", "EfficientNet v2", 480, 218.1, "efficientnet_v2_m-dc08266a.pth"),
    Entry("efficientnet_v2_l", "EfficientNet v2", 480, 476.7, "efficientnet_v2_l-59c71312.pth"),
    Entry("convnext_tiny", "ConvNeXt", 224, 114.4, "convnext_tiny-983f1562.pth"),
    Entry("convnext_small", "ConvNeXt", 224, 201.0, "convnext_small-0c510722.pth"),
    Entry("convnext_base", "ConvNeXt", 224, 354.5, "convnext_base-6075fbad.pth"),
    Entry("convnext_large", "ConvNeXt", 224, 791.2, "convnext_large-ea097f82.pth"),
)

BY_NAME = {entry.name: entry for entry in ENTRIES}
